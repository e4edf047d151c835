import { expect, test } from '@jest/globals';
import { Fixture } from '../../fixture.ts';
import { assertionOf, exchange, serviceToken } from '../testing/service-token.ts';

const notes = 'https://keep.googleapis.com/v1/notes';
const auth = 'https://www.googleapis.com/auth/';

test('an assertion gives access to a person of the Workspace, within what its admin allows', async () => {
  await using fixture = await Fixture.start();
  const refusalOf = async (assertion: Parameters<typeof assertionOf>[1]): Promise<[number, string | undefined]> => {
    const { status, body } = await exchange(fixture, await assertionOf(fixture, assertion));
    return [status, body.error];
  };

  expect(await refusalOf({})).toEqual([200, undefined]);
  expect(await refusalOf({ sub: 'ada.marsh.demo@gmail.com' })).toEqual([401, 'unauthorized_client']);
  expect(await refusalOf({ scope: `${auth}gmail.readonly` })).toEqual([401, 'unauthorized_client']);
  expect(await refusalOf({ expiresIn: 7200 })).toEqual([400, 'invalid_grant']);
  expect(await refusalOf({ expiresIn: -60 })).toEqual([400, 'invalid_grant']);
  expect(await refusalOf({ aud: 'https://example.org/token' })).toEqual([400, 'invalid_grant']);
});

test('an assertion of another key is refused', async () => {
  await using fixture = await Fixture.start();
  const assertion = await assertionOf(fixture);
  const forged = `${assertion.slice(0, -8)}AAAAAAAA`;

  expect(await exchange(fixture, forged)).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
  });
});

test('a token of a consent is no token for Keep, and stale ones are refused', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['tasks']);
  const token = await serviceToken(fixture);
  expect((await fixture.call(token, 'GET', notes)).status).toBe(200);
  expect((await fixture.call(access_token, 'GET', notes)).status).toBe(403);

  await fixture.control('POST', '/tokens/expire', {});

  expect((await fixture.call(token, 'GET', notes)).status).toBe(401);
});

test('notes are filtered by their times and the bin, and by nothing else', async () => {
  await using fixture = await Fixture.start();
  const token = await serviceToken(fixture);
  const titles = async (filter: string): Promise<string[]> =>
    (await fixture.call(token, 'GET', `${notes}?filter=${encodeURIComponent(filter)}`)).body.notes.map(
      ({ title }: { title: string }) => title,
    );

  expect(await titles('trashed')).toEqual(['Old ideas']);
  expect(await titles('create_time > "2020-01-01T00:00:00Z" AND -trashed')).toHaveLength(3);
  expect(await titles('create_time < "2020-01-01T00:00:00Z"')).toEqual([]);
  expect((await fixture.call(token, 'GET', `${notes}?filter=title`)).status).toBe(400);
  expect((await fixture.call(token, 'POST', notes, { body: { text: {}, list: {} } })).status).toBe(400);
  expect((await fixture.call(token, 'PATCH', `${notes}/wifi`, {})).status).toBe(404);
});
