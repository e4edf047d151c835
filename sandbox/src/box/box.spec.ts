import { expect, test } from '@jest/globals';
import type { Sandbox } from '../index.ts';
import { call, grant, startBox } from './testing.ts';

const api = 'https://api.box.com/2.0';
const uploads = 'https://upload.box.com/api/2.0';

async function start() {
  const sandbox: Sandbox = await startBox();
  const { access_token: token } = await grant(sandbox);
  const ask = (method: string, address: string, body?: unknown, headers?: object) =>
    call(sandbox, token!, method, address, body, headers);
  return { sandbox, ask, [Symbol.asyncDispose]: () => sandbox.close() };
}

const form = (...entries: [string, string | Blob][]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};
const attributes = JSON.stringify({ name: 'New.txt', parent: { id: '0' } });
const content = new Blob(['words'], { type: 'text/plain' });

test.each([
  ['GET', `${api}/files/7001?colour=red`, undefined],
  ['GET', `${api}/files/7001?fields=colour`, undefined],
  ['PUT', `${api}/files/7001`, { colour: 'red' }],
  ['PUT', `${api}/files/7001`, { name: 7 }],
  ['POST', `${api}/folders`, { name: 'a/b', parent: { id: '0' } }],
  ['POST', `${api}/folders`, { name: 'x' }],
  ['GET', `${api}/folders/0/items?limit=1001`, undefined],
  ['GET', `${api}/folders/0/items?usemarker=true&marker=x`, undefined],
])('%s %s with %j is refused', async (method, address, body) => {
  await using at = await start();

  expect(await at.ask(method, address, body)).toMatchObject({ status: 400, body: { type: 'error', status: 400 } });
});

test('another version of the API is not served', async () => {
  await using at = await start();

  expect((await at.ask('GET', `${api}/users/me`, undefined, { 'box-version': '1999.0' })).status).toBe(400);
  expect((await at.ask('GET', `${api}/users/me`, undefined, { 'box-version': '2024.0' })).status).toBe(200);
});

test('a change of what has changed since is refused', async () => {
  await using at = await start();
  const { body } = await at.ask('PUT', `${api}/files/7001`, { name: 'One.txt' });

  const stale = await at.ask('PUT', `${api}/files/7001`, { name: 'Two.txt' }, { 'if-match': '0' });
  const fresh = await at.ask('PUT', `${api}/files/7001`, { name: 'Two.txt' }, { 'if-match': body.etag });

  expect([stale.status, fresh.status]).toEqual([412, 200]);
});

test('a folder does not go into itself, and a full one is not deleted by chance', async () => {
  await using at = await start();

  expect((await at.ask('PUT', `${api}/folders/5001`, { parent: { id: '5004' } })).status).toBe(400);
  expect((await at.ask('DELETE', `${api}/folders/5001`)).body.code).toBe('folder_not_empty');
  expect((await at.ask('DELETE', `${api}/folders/5001?recursive=true`)).status).toBe(204);
});

test('the attributes of an upload come first', async () => {
  await using at = await start();

  const wrong = await at.ask('POST', `${uploads}/files/content`, form(['file', content], ['attributes', attributes]));
  const right = await at.ask('POST', `${uploads}/files/content`, form(['attributes', attributes], ['file', content]));
  const twice = await at.ask('POST', `${uploads}/files/content`, form(['attributes', attributes], ['file', content]));

  expect(wrong).toMatchObject({ status: 400, body: { code: 'metadata_after_file_contents' } });
  expect(right).toMatchObject({ status: 201, body: { entries: [{ name: 'New.txt', size: 5 }] } });
  expect(twice).toMatchObject({
    status: 409,
    body: { code: 'item_name_in_use', context_info: { conflicts: { id: right.body.entries[0].id } } },
  });
});

test('an upload in parts is only for large files, and each part must be what it says', async () => {
  await using at = await start();
  const small = { folder_id: '0', file_name: 'a.bin', file_size: 1000 };
  const { body: session } = await at.ask('POST', `${uploads}/files/upload_sessions`, {
    ...small,
    file_size: 20_000_000,
  });
  const address = `${uploads}/files/upload_sessions/${session.id}`;
  const part = new Uint8Array(session.part_size);
  const range = `bytes 0-${session.part_size - 1}/20000000`;
  const headers = { 'content-type': 'application/octet-stream', 'content-range': range };

  expect((await at.ask('POST', `${uploads}/files/upload_sessions`, small)).body.code).toBe('file_size_too_small');
  expect((await at.ask('PUT', address, part, { ...headers, digest: 'sha=AAAA' })).body.code).toBe('bad_digest');
  expect((await at.ask('PUT', address, part.subarray(1), headers)).status).toBe(416);
  expect((await at.ask('POST', `${address}/commit`, { parts: [] }, { digest: 'sha=AAAA' })).status).toBe(409);
});

test('the link to a content takes no token and lasts a quarter of an hour', async () => {
  let now = Date.now();
  await using sandbox = await startBox({ clock: () => now });
  const { access_token: token } = await grant(sandbox);
  const { status, headers } = await call(sandbox, token!, 'GET', `${api}/files/7001/content`);
  const link = headers
    .get('location')!
    .replace('https://dl.boxcloud.com', sandbox.originMap['https://dl.boxcloud.com']!);

  expect(status).toBe(302);
  expect((await fetch(link, { headers: { authorization: `Bearer ${token}` } })).status).toBe(403);
  expect(await (await fetch(link)).text()).toContain('Each customer has a folder');

  now += 16 * 60_000;

  expect((await fetch(link)).status).toBe(403);
});

test('more than a thousand calls a minute are too many, and it is said when to come back', async () => {
  await using at = await start();
  const limit = JSON.stringify({ family: 'box', unitsPerMinute: 1 });
  await fetch(`${at.sandbox.url}/_sandbox/quotas`, { method: 'POST', body: limit });

  await at.ask('GET', `${api}/users/me`);
  const { status, headers, body } = await at.ask('GET', `${api}/users/me`);

  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(body.code).toBe('too_many_requests');
});
