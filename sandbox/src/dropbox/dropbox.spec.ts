import { expect, test } from '@jest/globals';
import { requestTo, testKit, client } from '../kit/testing/kit.ts';
import { accounts } from './accounts.ts';
import { createDropbox } from './index.ts';
import { createOAuth } from './oauth.ts';

const [ada, jonas] = accounts;
const all = ['files.metadata.read', 'files.content.read', 'files.content.write', 'sharing.read', 'sharing.write'];

function start(scopes: readonly string[] = all, account = ada!) {
  const plain = testKit();
  const kit = Object.assign(plain, { clients: [{ ...client, provider: 'dropbox' }] });
  const world = createDropbox(kit);
  const token = createOAuth(kit).issue(account.id, scopes, client.clientId);
  const send = async (address: string, headers: Record<string, string>, body: string | Buffer) => {
    const { origin } = new URL(address);
    const sent = { headers: { authorization: `Bearer ${token}`, ...headers }, body };
    const answer = await world.origins[origin]!(requestTo('POST', address, sent));
    const text = String(answer.body ?? '');
    const isJson = answer.headers?.['content-type']?.includes('json') ?? false;
    return {
      status: answer.status,
      body: (isJson ? JSON.parse(text) : text) as Record<string, unknown>,
      headers: answer.headers,
    };
  };
  const rpc = (route: string, argument: unknown, headers = {}) =>
    send(
      `https://api.dropboxapi.com/2/${route}`,
      { 'content-type': 'application/json', ...headers },
      JSON.stringify(argument),
    );
  const put = (route: string, argument: unknown, bytes: string, headers = {}) =>
    send(
      `https://content.dropboxapi.com/2/files/${route}`,
      { 'content-type': 'application/octet-stream', 'dropbox-api-arg': JSON.stringify(argument), ...headers },
      bytes,
    );
  return { kit, world, rpc, put };
}

test.each([
  ['an unknown member', { path: '', colour: 'red' }, 400],
  ['a wrong type', { path: '', recursive: 'yes' }, 400],
  ['a limit out of range', { path: '', limit: 0 }, 400],
  ['a slash for the root', { path: '/' }, 409],
  ['a path that is none', { path: 'Harborline' }, 400],
  ['nothing there', { path: '/nowhere' }, 409],
  ['a file', { path: '/Read me first.txt' }, 409],
])('listing with %s is refused', async (_name, argument, status) => {
  expect((await start().rpc('files/list_folder', argument)).status).toBe(status);
});

test('each route wants its own scope and says which', async () => {
  const { rpc, put } = start(['files.metadata.read']);

  const refused = { status: 401, body: { error: { '.tag': 'missing_scope', required_scope: 'files.content.write' } } };
  expect(await rpc('files/list_folder', { path: '' })).toMatchObject({ status: 200 });
  expect(await rpc('files/delete_v2', { path: '/Studio' })).toMatchObject(refused);
  expect(await put('upload', { path: '/a.txt' }, 'x')).toMatchObject(refused);
});

test('an expired token and an unknown one are told apart', async () => {
  const { kit, rpc } = start();

  const unknown = await rpc('files/list_folder', { path: '' }, { authorization: 'Bearer guess' });
  kit.now += 14_400_000;
  const expired = await rpc('files/list_folder', { path: '' });

  expect(unknown).toMatchObject({ status: 401, body: { error_summary: 'invalid_access_token/..' } });
  expect(expired).toMatchObject({ status: 401, body: { error_summary: 'expired_access_token/..' } });
});

test('revoking with the bearer and no body ends the grant', async () => {
  const { world, rpc } = start();
  const none = requestTo('POST', 'https://api.dropboxapi.com/2/auth/token/revoke', { headers: {} });

  expect((await world.origins['https://api.dropboxapi.com']!(none)).status).toBe(400);
  expect((await rpc('auth/token/revoke', null)).status).toBe(200);
  expect((await rpc('users/get_current_account', null)).status).toBe(401);
});

test('an upload wants octets and a readable argument', async () => {
  const { put } = start();

  expect((await put('upload', { path: '/a.txt' }, 'x', { 'content-type': 'text/plain' })).status).toBe(400);
  expect((await put('upload', { path: '/a.txt' }, 'x', { 'dropbox-api-arg': '{' })).status).toBe(400);
  expect((await put('upload', { path: '/a.txt', made: 1 }, 'x')).status).toBe(400);
  expect((await put('upload', { path: '/a.txt', content_hash: 'f'.repeat(64) }, 'x')).status).toBe(409);
});

test('a session tells where it stands to whoever sends from another place', async () => {
  const { put } = start();
  const { session_id: id } = (await put('upload_session/start', {}, 'ab')).body;
  const at = (offset: number) => ({ session_id: id, offset });

  expect(await put('upload_session/append_v2', { cursor: at(0) }, 'cd')).toMatchObject({
    status: 409,
    body: { error: { '.tag': 'incorrect_offset', correct_offset: 2 } },
  });
  expect((await put('upload_session/append_v2', { cursor: at(2) }, 'cd')).status).toBe(200);
  const commit = { path: '/new/abcd.txt' };
  expect(await put('upload_session/finish', { cursor: at(4), commit }, '')).toMatchObject({ body: { size: 4 } });
  expect((await put('upload_session/finish', { cursor: at(4), commit }, '')).status).toBe(409);
});

test('names are one whatever their letters, and a copy has an id of its own', async () => {
  const { rpc } = start();

  const taken = await rpc('files/create_folder_v2', { path: '/STUDIO' });
  const copied = await rpc('files/copy_v2', { from_path: '/studio', to_path: '/Studio 2' });
  const inside = await rpc('files/move_v2', { from_path: '/Studio', to_path: '/Studio/Deep' });

  expect(taken.body).toMatchObject({ error_summary: 'path/conflict/folder/..' });
  expect(copied.body.metadata).toMatchObject({ '.tag': 'folder', id: expect.not.stringContaining('studio') });
  expect(inside.body).toMatchObject({ error: { '.tag': 'cant_move_folder_into_itself' } });
});

test('people see only their own files, and a reset brings the first day back', async () => {
  const { world, rpc } = start(all, jonas);

  expect((await rpc('files/get_metadata', { path: '/Quillworks' })).status).toBe(409);
  await rpc('files/delete_v2', { path: '/Studio' });
  world.reset();
  expect((await rpc('files/get_metadata', { path: '/Studio' })).status).toBe(200);
  expect(world.pageOf(jonas!.id, new URLSearchParams()).text).toContain('Lease renewal.pdf');
});
