import { expect, test } from '@jest/globals';
import { client, requestTo, testKit } from '../kit/testing/kit.ts';
import { createSlack } from './index.ts';
import { createOAuth } from './oauth.ts';

const all = [
  'users:read',
  'channels:read',
  'channels:history',
  'chat:write',
  'im:write',
  'reactions:write',
  'files:write',
];

function start(scopes: readonly string[] = all) {
  const plain = testKit();
  const kit = Object.assign(plain, { clients: [{ ...client, provider: 'slack' }] });
  const world = createSlack(kit);
  const token = createOAuth(kit).issue('U0ADAMARSH', scopes, client.clientId);
  const send = async (method: string, address: string, sent: Parameters<typeof requestTo>[2] = {}) => {
    const request = requestTo(method, address, {
      ...sent,
      headers: { authorization: `Bearer ${token}`, ...sent.headers },
    });
    const answer = await world.origins[new URL(address).origin]!(request);
    const isJson = answer.headers?.['content-type']?.includes('json') ?? false;
    const text = String(answer.body ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      body: (isJson ? JSON.parse(text) : text) as Record<string, unknown>,
    };
  };
  const get = (method: string, query: Record<string, string> = {}, headers = {}) =>
    send('GET', `https://slack.com/api/${method}?${new URLSearchParams(query).toString()}`, { headers });
  const post = (method: string, form: Record<string, string>) =>
    send('POST', `https://slack.com/api/${method}`, { body: new URLSearchParams(form) });
  return { kit, world, send, get, post };
}
const refused = (error: string) => ({ status: 200, body: { ok: false, error } });
const general = 'C0GENERAL01';

test.each([
  ['an unknown method', 'users.lost', {}, 'unknown_method'],
  ['an unknown argument', 'users.list', { colour: 'red' }, 'invalid_arg_name'],
  ['a wrong limit', 'users.list', { limit: '0' }, 'invalid_arguments'],
  ['a wrong cursor', 'users.list', { cursor: 'AAAA' }, 'invalid_cursor'],
  ['an unknown channel', 'conversations.history', { channel: 'C0NOWHERE01' }, 'channel_not_found'],
  ['a channel of others', 'conversations.history', { channel: 'D00000000X1' }, 'channel_not_found'],
  ['an unknown thread', 'conversations.replies', { channel: general, ts: '1600000000.000000' }, 'thread_not_found'],
  ['an unknown type', 'conversations.list', { types: 'rooms' }, 'invalid_types'],
])('%s is refused with status 200', async (_name, method, query, error) => {
  const { get } = start();

  expect(await get(method, query as Record<string, string>)).toMatchObject(refused(error));
});

test('tokens are told apart: none, an unknown one, one that ran out', async () => {
  const { kit, get } = start();

  expect(await get('auth.test', {}, { authorization: '' })).toMatchObject(refused('not_authed'));
  expect(await get('auth.test', {}, { authorization: 'Bearer guess' })).toMatchObject(refused('invalid_auth'));
  kit.now += 43_200_000;
  expect(await get('auth.test')).toMatchObject(refused('token_expired'));
});

test('a missing scope is named', async () => {
  const { get } = start();

  expect(await get('search.messages', { query: 'x' })).toMatchObject({
    body: { error: 'missing_scope', needed: 'search:read' },
  });
});

test('messages of others are neither changed nor deleted, and an empty one is not sent', async () => {
  const { post } = start();
  const theirs = { channel: general, ts: '1700000000.000100' };

  expect(await post('chat.update', { ...theirs, text: 'x' })).toMatchObject(refused('cant_update_message'));
  expect(await post('chat.delete', theirs)).toMatchObject(refused('cant_delete_message'));
  expect(await post('chat.postMessage', { channel: general, text: ' ' })).toMatchObject(refused('no_text'));
  expect(await post('chat.postMessage', { channel: general, text: 'x', colour: 'red' })).toMatchObject(
    refused('invalid_arg_name'),
  );
});

test('metadata is told to who asks for it', async () => {
  const { get, post } = start();
  const metadata = { event_type: 'run', event_payload: { run: '7' } };
  await post('chat.postMessage', { channel: general, text: 'x', metadata: JSON.stringify(metadata) });
  const newest = async (more: Record<string, string>) =>
    ((await get('conversations.history', { channel: general, limit: '1', ...more })).body.messages as object[])[0];

  expect(await newest({})).not.toHaveProperty('metadata');
  expect(await newest({ include_all_metadata: 'true' })).toMatchObject({ metadata });
});

test('an upload takes as many bytes as were announced, no credential, and is shared only then', async () => {
  const { get, post, send } = start();
  const { body } = await get('files.getUploadURLExternal', { filename: 'a.txt', length: '3' });
  const address = body.upload_url as string;
  const complete = () =>
    post('files.completeUploadExternal', { files: JSON.stringify([{ id: body.file_id }]), channel_id: general });

  expect((await send('POST', address, { body: 'abc' })).status).toBe(400);
  expect((await send('POST', address, { body: 'abcd', headers: { authorization: undefined as never } })).status).toBe(
    400,
  );
  expect(await complete()).toMatchObject(refused('file_not_found'));
  expect((await send('POST', address, { body: 'abc', headers: { authorization: undefined as never } })).status).toBe(
    200,
  );
  expect(await complete()).toMatchObject({ body: { ok: true, files: [{ id: body.file_id, channels: [general] }] } });
});

test('a wrong refresh token and a wrong code are refused with status 200', async () => {
  const { world } = start();
  const basic = `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`;
  const token = async (fields: Record<string, string>) => {
    const request = requestTo('POST', 'https://slack.com/api/oauth.v2.access', {
      headers: { authorization: basic },
      body: new URLSearchParams(fields),
    });
    const answer = await world.origins['https://slack.com']!(request);
    return { status: answer.status, body: JSON.parse(String(answer.body)) as Record<string, unknown> };
  };

  expect(await token({ grant_type: 'refresh_token', refresh_token: 'xoxe-1-guess' })).toMatchObject(
    refused('invalid_refresh_token'),
  );
  expect(
    await token({ grant_type: 'authorization_code', code: 'guess', redirect_uri: client.redirectUris[0]! }),
  ).toMatchObject(refused('invalid_code'));
});

test('revoking ends the token', async () => {
  const { get, send, world } = start();

  expect(await send('POST', 'https://slack.com/api/auth.revoke')).toMatchObject({ body: { ok: true, revoked: true } });
  expect(await get('auth.test')).toMatchObject(refused('invalid_auth'));
  expect(world.pageOf('U0ADAMARSH', new URLSearchParams()).text).toContain('#harborline');
});
