import { expect, test } from '@jest/globals';
import { Fixture } from '../../fixture.ts';

const people = 'https://people.googleapis.com/v1';

test('contacts are found by the beginnings of their words, with what the mask asks for', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['contacts.readonly']);

  const { body } = await fixture.call(
    access_token,
    'GET',
    `${people}/people:searchContacts?query=sara&readMask=names,emailAddresses`,
  );

  expect(
    body.results.map((one: { person: { names: { displayName: string }[] } }) => one.person.names[0]!.displayName),
  ).toEqual(['Sara Whitlock', 'Sara Demir']);
  expect(Object.keys(body.results[0].person).sort()).toEqual(['emailAddresses', 'etag', 'names', 'resourceName']);
  expect(
    (await fixture.call(access_token, 'GET', `${people}/people:searchContacts?query=zzz&readMask=names`)).body,
  ).toEqual({});
  expect((await fixture.call(access_token, 'GET', `${people}/people:searchContacts?query=sara`)).status).toBe(400);
});

test('the address book is listed page by page and people only written to are kept apart', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['contacts.readonly', 'contacts.other.readonly']);

  const first = await fixture.call(
    access_token,
    'GET',
    `${people}/people/me/connections?personFields=names&pageSize=5`,
  );
  const second = await fixture.call(
    access_token,
    'GET',
    `${people}/people/me/connections?personFields=names&pageSize=5&pageToken=${first.body.nextPageToken}`,
  );
  const others = await fixture.call(access_token, 'GET', `${people}/otherContacts?readMask=names,emailAddresses`);

  expect(first.body.connections).toHaveLength(5);
  expect(second.body.connections[0].resourceName).not.toBe(first.body.connections[0].resourceName);
  expect(others.body.otherContacts[0].emailAddresses[0].value).toBe('oskar@brandtlegal.example');
});

test('the own profile needs a mask, and contacts need their own scope', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['openid', 'email', 'profile']);

  const me = await fixture.call(access_token, 'GET', `${people}/people/me?personFields=names,emailAddresses`);

  expect(me.body).toMatchObject({
    resourceName: 'people/104820771935560218841',
    emailAddresses: [{ value: 'ada.marsh.demo@gmail.com' }],
  });
  expect((await fixture.call(access_token, 'GET', `${people}/people/me`)).status).toBe(400);
  expect((await fixture.call(access_token, 'GET', `${people}/people/me/connections?personFields=names`)).status).toBe(
    403,
  );
});
