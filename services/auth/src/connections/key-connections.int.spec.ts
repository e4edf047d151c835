import { expect, test } from '@jest/globals';
import {
  type ConnectionId,
  createKeyConnection,
  disconnect,
  getConnection,
  listConnections,
  replaceConnectionKey,
  testConnection,
  updateConnection,
} from '@switchboard/contracts';
import { keyedProvider, KeyServer } from '../testing/key-server.ts';
import { digestOf, issue } from '../testing/credentials.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';

const none = { needs: [] };

async function start() {
  const stack = new AsyncDisposableStack();
  const server = stack.use(await KeyServer.start());
  const auth = stack.use(await startTestAuth({ providers: [keyedProvider], originMap: server.originMap }));
  const ada = await auth.signIn();
  server.accounts.set('k-ada', { id: '7', name: 'Ada bot' });
  const connect = (changes: object = {}) =>
    auth.ask(createKeyConnection, { provider: 'keyed', features: ['notes.write'], key: 'k-ada', ...changes }, ada);
  const typed = (changes: object = {}) =>
    connect({ method: 'typed', settings: { baseUrl: 'https://typed.keyed.test/v1', user: 'ada', ...changes } });
  return { server, auth, ada, connect, typed, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test('a key is tried where its method puts it, and the account is the provider’s stable subject', async () => {
  await using hub = await start();

  const connection = await hub.connect();

  expect(connection).toMatchObject({
    method: 'key',
    environment: 'sandbox',
    label: 'Ada bot',
    account: { subject: '7' },
    features: ['notes.read', 'notes.write'],
  });
  expect(hub.server.heard).toEqual([{ path: '/botk-ada/me', authorization: '', body: '{}' }]);
  expect((await issue(hub.auth, hub.ada, connection.id, none)).token).toBe('k-ada');
  await expect(hub.connect()).resolves.toMatchObject({ id: connection.id });
});

test('a key of another form is not sent, and a refusal with status 200 is one', async () => {
  await using hub = await start();

  await expect(hub.connect({ key: 'AKIA' })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { errors: [{ path: '/key', message: 'A key begins with k-.' }] },
  });
  expect(hub.server.heard).toHaveLength(0);
  await expect(hub.connect({ key: 'k-eve' })).rejects.toMatchObject({ code: 'provider_rejected' });
  await expect(hub.auth.ask(listConnections, {}, hub.ada)).resolves.toEqual({ items: [] });
});

test('O-8 a service that names no account is known by its address and the key, which the subject does not show', async () => {
  await using hub = await start();
  hub.server.accounts.set('k-two', { id: 'x' });

  const first = await hub.typed();
  const again = await hub.typed();
  const other = await hub.connect({ method: 'typed', key: 'k-two', settings: first.settings });

  expect(again.id).toBe(first.id);
  expect(other.id).not.toBe(first.id);
  expect(first).toMatchObject({ label: 'typed.keyed.test/v1/check', settings: { user: 'ada' } });
  expect(first.account.subject).toMatch(/^typed\.keyed\.test\/v1\/check [\w-]{22}$/);
  expect(hub.server.heard[0]).toMatchObject({
    path: '/v1/check',
    authorization: `Basic ${Buffer.from('ada:k-ada').toString('base64')}`,
  });
});

test('O-8 one key at two services of one host, or of two users there, is as many accounts', async () => {
  await using hub = await start();

  const made = [
    await hub.typed(),
    await hub.typed({ baseUrl: 'https://typed.keyed.test/v2' }),
    await hub.typed({ user: 'bo' }),
  ];

  expect(new Set(made.map(({ id }) => id)).size).toBe(3);
  for (const { id: connectionId } of made)
    await expect(hub.auth.ask(testConnection, { connectionId }, hub.ada)).resolves.toMatchObject({ ok: true });
});

test.each([
  'https://127.0.0.1/v1',
  'https://10.1.2.3',
  'http://api.example.com',
  'https://localhost',
  'https://db.internal',
])('E-4 F-39 %s is no address that a person may give', async (baseUrl) => {
  await using hub = await start();

  await expect(hub.typed({ baseUrl })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { errors: [{ path: '/settings/baseUrl' }] },
  });
  expect(hub.server.heard).toHaveLength(0);
});

test('a private address connects where the operator lists its origin, and is live', async () => {
  await using server = await KeyServer.start();
  server.accounts.set('k-ada', { id: '7' });
  const environment = { SWB_PRIVATE_ORIGINS: `http://10.9.8.7,${server.url}` };
  await using auth = await startTestAuth({ providers: [keyedProvider], environment });
  const ada = await auth.signIn();
  const asked = { provider: 'keyed', method: 'typed', features: [], key: 'k-ada' };
  const connect = (baseUrl: string) =>
    auth.ask(createKeyConnection, { ...asked, settings: { baseUrl, user: 'a' } }, ada);

  await expect(connect(`${server.url}/v1`)).resolves.toMatchObject({ environment: 'live', status: 'active' });
  await expect(connect(server.url.replace('127.0.0.1', 'localhost'))).rejects.toMatchObject({ code: 'input_invalid' });
});

test('a key is replaced in place: same id, new version, another account refused', async () => {
  await using hub = await start();
  const { id: connectionId } = await hub.connect();
  const replace = (key: string) => hub.auth.ask(replaceConnectionKey, { connectionId, key }, hub.ada);
  hub.server.accounts.set('k-new', { id: '7', name: 'Ada bot' }).set('k-eve', { id: '8', name: 'Eve bot' });

  await expect(replace('k-new')).resolves.toMatchObject({ id: connectionId, status: 'active' });
  await expect(replace('k-eve')).rejects.toMatchObject({ code: 'account_mismatch' });
  await expect(replace('k-none')).rejects.toMatchObject({ code: 'provider_rejected' });

  expect(await issue(hub.auth, hub.ada, connectionId, none)).toMatchObject({ token: 'k-new', version: 2 });
  await expect(hub.auth.ask(testConnection, { connectionId }, hub.ada)).resolves.toMatchObject({ ok: true });
});

test('a key of a service without accounts is replaced by any that works there, but not by another connection’s', async () => {
  await using hub = await start();
  const { id: connectionId, settings } = await hub.typed();
  hub.server.accounts.set('k-new', { id: 'y' }).set('k-two', { id: 'z' });
  await hub.connect({ method: 'typed', key: 'k-two', settings });
  const replace = (key: string) => hub.auth.ask(replaceConnectionKey, { connectionId, key }, hub.ada);

  await expect(replace('k-new')).resolves.toMatchObject({ id: connectionId });
  await expect(replace('k-two')).rejects.toMatchObject({ code: 'conflict' });

  expect(await issue(hub.auth, hub.ada, connectionId, none)).toMatchObject({ token: 'k-new' });
});

test('O-11 a key that calls are refused with is asked about once, and ends the connection only where that is refused too', async () => {
  await using hub = await start();
  const { id: connectionId } = await hub.connect();
  const typed = await hub.typed();
  const refuse = (id: string) => issue(hub.auth, hub.ada, id, { ...none, rejected: digestOf('k-ada') });
  hub.server.heard.length = 0;

  expect((await refuse(connectionId)).token).toBe('k-ada');
  expect((await refuse(connectionId)).token).toBe('k-ada');
  expect(hub.server.heard).toHaveLength(1);

  hub.server.accounts.delete('k-ada');
  await expect(refuse(typed.id)).rejects.toMatchObject({ code: 'reconnect_required' });
  const ended = await hub.auth.ask(getConnection, { connectionId: typed.id }, hub.ada);
  expect(ended).toMatchObject({ status: 'reconnect_required', statusReason: expect.stringContaining('new one') });
  hub.server.accounts.set('k-new', { id: '9' });
  await expect(
    hub.auth.ask(replaceConnectionKey, { connectionId: typed.id, key: 'k-new' }, hub.ada),
  ).resolves.toMatchObject({ id: typed.id, status: 'active' });
});

test('a setting that is marked as editable changes, others do not', async () => {
  await using hub = await start();
  const { id: connectionId } = await hub.connect();
  const typed = await hub.typed();
  const change = (id: ConnectionId, settings: Record<string, string>) =>
    hub.auth.ask(updateConnection, { connectionId: id, settings }, hub.ada);

  await expect(change(connectionId, { chat: '-100' })).resolves.toMatchObject({ settings: { chat: '-100' } });
  await expect(change(connectionId, { chat: 'x'.repeat(21) })).rejects.toMatchObject({ code: 'input_invalid' });
  await expect(change(typed.id, { baseUrl: 'https://evil.test' })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { errors: [{ path: '/settings/baseUrl' }] },
  });
  await expect(change(typed.id, { __proto__x: '1' })).rejects.toMatchObject({ code: 'input_invalid' });
  await expect(change(connectionId, { chat: '' })).resolves.toMatchObject({ settings: {} });
  const { timeline } = await hub.auth.ask(getConnection, { connectionId }, hub.ada);
  expect(timeline.map(({ kind }) => kind)).toEqual(['settings_changed', 'settings_changed', 'connected']);
});

test('O-14 the receipt says that a key is ended at the provider', async () => {
  await using hub = await start();
  const { id: connectionId } = await hub.connect();

  const { steps } = await hub.auth.ask(disconnect, { connectionId }, hub.ada);

  expect(steps[0]).toMatchObject({
    step: 'revoke',
    result: 'not_offered',
    detail: expect.stringContaining('ended at Keyed'),
  });
});
