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

test('a contact is changed only by who read its present version, and only in the fields named', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['contacts']);
  const call = (method: string, path: string, body?: unknown) =>
    fixture.call(access_token, method, `${people}/${path}`, body);
  const made = await call('POST', 'people:createContact', { names: [{ givenName: 'Elif', familyName: 'Kaya' }] });
  const { resourceName, etag } = made.body;
  const update = (body: object, fields = 'phoneNumbers') =>
    call('PATCH', `${resourceName}:updateContact?updatePersonFields=${fields}`, body);

  const changed = await update({ etag, phoneNumbers: [{ value: '+44 1' }], names: [{ givenName: 'Other' }] });

  expect(changed.body).toMatchObject({ names: [{ displayName: 'Elif Kaya' }], phoneNumbers: [{ value: '+44 1' }] });
  const late = await update({ etag, phoneNumbers: [] });
  expect([late.status, late.body.error.status]).toEqual([400, 'FAILED_PRECONDITION']);
  expect((await update({ phoneNumbers: [] })).status).toBe(400);
  expect((await update({ etag: changed.body.etag }, '')).status).toBe(400);
  expect((await update({ etag: changed.body.etag }, 'metadata')).status).toBe(400);
  const two = { etag: changed.body.etag, names: [{ givenName: 'A' }, { givenName: 'B' }] };
  expect((await update(two, 'names')).status).toBe(400);
  expect((await call('DELETE', `${resourceName}:deleteContact`)).status).toBe(200);
  expect((await call('GET', `${resourceName}?personFields=names`)).status).toBe(404);
});

test('reading contacts is not writing them, and who was only written to cannot be changed', async () => {
  await using fixture = await Fixture.start();
  const { access_token: reader } = await fixture.grant(['contacts.readonly']);
  const { access_token: writer } = await fixture.grant(['contacts']);
  const body = { names: [{ givenName: 'X' }] };

  expect((await fixture.call(reader, 'POST', `${people}/people:createContact`, body)).status).toBe(403);
  expect((await fixture.call(writer, 'DELETE', `${people}/people/c1013:deleteContact`)).status).toBe(404);
});
