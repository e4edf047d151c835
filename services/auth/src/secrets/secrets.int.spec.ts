import { expect, test } from '@jest/globals';
import {
  createKeyConnection,
  createSecret,
  deleteSecret,
  disconnect,
  getConnection,
  listSecrets,
  listSecretUses,
  replaceSecret,
  type RequestInput,
  testSecret,
} from '@switchboard/contracts';
import { issue } from '../testing/credentials.ts';
import { keyedProvider, KeyServer } from '../testing/key-server.ts';
import { join } from '../testing/people.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';
import { until } from '../testing/until.ts';

const none = { needs: [] };

async function start() {
  const stack = new AsyncDisposableStack();
  const server = stack.use(await KeyServer.start());
  const auth = stack.use(await startTestAuth({ providers: [keyedProvider], originMap: server.originMap }));
  const ada = await auth.signIn();
  server.accounts.set('k-ada-0000-0000-1234', { id: '7', name: 'Ada bot' });
  const create = (changes: Partial<RequestInput<typeof createSecret>> = {}) =>
    auth.ask(createSecret, { name: 'Bot', value: 'k-ada-0000-0000-1234', provider: 'keyed', ...changes }, ada);
  const connect = (secretId: string) =>
    auth.ask(createKeyConnection, { provider: 'keyed', features: ['notes.write'], secretId }, ada);
  const list = async () => (await auth.ask(listSecrets, {}, ada)).items;
  return { server, auth, ada, create, connect, list, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test('V-11 a secret of a known service is tried before it is kept, and shows four characters, its account and its age', async () => {
  await using hub = await start();

  const made = await hub.create();

  expect(made).toMatchObject({ name: 'Bot', provider: 'keyed', method: 'key', account: 'Ada bot', lastFour: '1234' });
  expect(made.check).toMatchObject({ result: 'works', message: 'It opens the account Ada bot.' });
  expect(JSON.stringify(made)).not.toContain('k-ada-0000-0000-1234');
  await expect(hub.create({ name: 'Eve', value: 'k-eve' })).rejects.toMatchObject({ code: 'provider_rejected' });
  await expect(hub.create()).rejects.toMatchObject({ code: 'conflict' });
  expect(await hub.list()).toEqual([made]);
});

test('a live check says that a key works, is refused, or that nobody can tell', async () => {
  await using hub = await start();
  const { id } = await hub.create();
  const other = await hub.create({ name: 'Other', value: 'whatever', provider: undefined });
  const check = async (secretId: string) => (await hub.auth.ask(testSecret, { secretId }, hub.ada)).check?.result;

  expect(await check(id)).toBe('works');
  hub.server.accounts.delete('k-ada-0000-0000-1234');
  expect(await check(id)).toBe('refused');
  expect(await check(other.id)).toBe('could_not_tell');
  await hub.server[Symbol.asyncDispose]().catch(() => undefined);
  expect(await check(id)).toBe('could_not_tell');
});

test('replacing a secret replaces the key of its connections, and nothing where the new key is refused or another’s', async () => {
  await using hub = await start();
  const { id: secretId } = await hub.create();
  const { id } = await hub.connect(secretId);
  const key = async () => (await issue(hub.auth, hub.ada, id, none)).token;
  const replace = (value: string) => hub.auth.ask(replaceSecret, { secretId, value }, hub.ada);
  hub.server.accounts.set('k-new-0000-0000-5678', { id: '7', name: 'Ada bot' });
  hub.server.accounts.set('k-other', { id: '8', name: 'Other bot' });

  await expect(replace('k-eve')).rejects.toMatchObject({ code: 'provider_rejected' });
  await expect(replace('k-other')).rejects.toMatchObject({ code: 'account_mismatch' });
  expect(await key()).toBe('k-ada-0000-0000-1234');
  const replaced = await replace('k-new-0000-0000-5678');

  expect(await key()).toBe('k-new-0000-0000-5678');
  expect(replaced).toMatchObject({ lastFour: '5678', rotatedAt: expect.any(String), connections: [{ id }] });
  const { timeline } = await hub.auth.ask(getConnection, { connectionId: id as never }, hub.ada);
  expect(timeline[0]?.kind).toBe('reconnected');
});

test('who used a secret when is listed from the audit of its connections', async () => {
  await using hub = await start();
  const { id: secretId } = await hub.create();
  const { id, label } = await hub.connect(secretId);
  for (let round = 0; round < 3; round++) await issue(hub.auth, hub.ada, id, none);
  const uses = (more: object = {}) => hub.auth.ask(listSecretUses, { secretId, ...more }, hub.ada);

  await until(async () => (await uses()).items.length === 3);

  const { items, nextCursor } = await uses({ limit: 2 });
  expect(items[0]).toMatchObject({ connectionId: id, label, via: 'session', purpose: 'action' });
  expect((await uses({ limit: 2, cursor: nextCursor })).items).toHaveLength(1);
  expect((await hub.list())[0]).toMatchObject({ lastUsedAt: expect.any(String) });
});

test('a secret that a connection uses is not deleted under it', async () => {
  await using hub = await start();
  const { id: secretId } = await hub.create();
  const { id } = await hub.connect(secretId);

  await expect(hub.auth.ask(deleteSecret, { secretId }, hub.ada)).rejects.toMatchObject({ code: 'conflict' });
  await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);

  expect(await hub.auth.ask(deleteSecret, { secretId }, hub.ada)).toEqual({ deleted: true });
});

test('A-2 another member neither sees, tries, uses nor connects with a secret of mine', async () => {
  await using hub = await start();
  const { id: secretId } = await hub.create();
  const bo = await join(hub.auth, hub.ada);
  const unknown = { code: 'not_found' };

  expect((await hub.auth.ask(listSecrets, {}, bo)).items).toEqual([]);
  await expect(hub.auth.ask(testSecret, { secretId }, bo)).rejects.toMatchObject(unknown);
  await expect(hub.auth.ask(listSecretUses, { secretId }, bo)).rejects.toMatchObject(unknown);
  const connecting = { provider: 'keyed', features: [], secretId };
  await expect(hub.auth.ask(createKeyConnection, connecting, bo)).rejects.toMatchObject(unknown);
});

test('D-3 V-11 a secret goes where it was tried, and to no address that comes with a request', async () => {
  await using hub = await start();
  const { id: known } = await hub.create();
  const { id: unknown } = await hub.create({ name: 'Note', value: 'k-note-0000-0000-0000', provider: undefined });
  const elsewhere = { method: 'typed', settings: { baseUrl: 'https://typed.keyed.test', user: 'eve' } };
  const before = hub.server.heard.length;
  const connect = (changes: object) =>
    hub.auth.ask(createKeyConnection, { provider: 'keyed', features: [], ...changes }, hub.ada);

  for (const secretId of [known, unknown])
    await expect(connect({ secretId, ...elsewhere })).rejects.toMatchObject({ code: 'conflict' });

  expect(hub.server.heard).toHaveLength(before);
});

test('D-3 the address that a secret was kept with cannot be replaced by another', async () => {
  await using hub = await start();
  const settings = { baseUrl: 'https://typed.keyed.test', user: 'ada' };
  const { id: secretId } = await hub.create({ method: 'typed', settings });
  const connect = (given: Record<string, string>) =>
    hub.auth.ask(createKeyConnection, { provider: 'keyed', features: [], secretId, settings: given }, hub.ada);
  const before = hub.server.heard.length;

  const refused = connect({ ...settings, baseUrl: 'https://api.keyed.test' });

  await expect(refused).rejects.toMatchObject({ code: 'input_invalid' });
  expect(hub.server.heard).toHaveLength(before);
  expect(await connect(settings)).toMatchObject({ status: 'active' });
});
