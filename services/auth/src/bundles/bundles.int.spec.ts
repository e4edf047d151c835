import { expect, test } from '@jest/globals';
import {
  createKeyConnection,
  exportConnections,
  getConnection,
  importConnections,
  listConnections,
  type RequestInput,
} from '@switchboard/contracts';
import { EvilPeer } from '@switchboard/testing';
import { connect } from '../testing/connect.ts';
import { audited, issue } from '../testing/credentials.ts';
import { keyedProvider, KeyServer } from '../testing/key-server.ts';
import { leaksIn } from '../testing/leak-scan.ts';
import { peerProvider } from '../testing/peer-provider.ts';
import { join } from '../testing/people.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';

const passphrase = 'seven grey herons by the weir';
const none = { needs: [] };

/** Two hubs at the same provider and with the same client, unless told. */
async function startTwo(options: { rotates?: boolean; otherClient?: boolean } = {}) {
  const stack = new AsyncDisposableStack();
  const server = stack.use(await KeyServer.start());
  const peer = stack.use(await EvilPeer.start({ rotates: options.rotates ?? false }));
  server.accounts.set('k-ada-0123456789abcdef', { id: '7', name: 'Ada bot' });
  const start = async (clientId: string) => {
    const clients = { peer: { clientId, clientSecret: peer.clientSecret } };
    const originMap = { ...peer.originMap, ...server.originMap };
    const auth = stack.use(await startTestAuth({ providers: [peerProvider(peer), keyedProvider], originMap, clients }));
    return { auth, ada: await auth.signIn() };
  };
  const first = await start(peer.clientId);
  const second = await start(options.otherClient ? 'another' : peer.clientId);
  const { id } = await connect(first.auth, first.ada, { features: ['notes.write'] });
  const keyed = { provider: 'keyed', features: ['notes.write'], key: 'k-ada-0123456789abcdef' };
  const key = await first.auth.ask(createKeyConnection, keyed, first.ada);
  const take = (changes: Partial<RequestInput<typeof exportConnections>> = {}) =>
    first.auth.ask(exportConnections, { passphrase, ...changes }, first.ada);
  const unpack = (bundle: string, words = passphrase) =>
    second.auth.ask(importConnections, { bundle, passphrase: words }, second.ada);
  return { peer, first, second, id, key, take, unpack, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test('a bundle brings connections that work in another hub, and again brings nothing new', async () => {
  await using hub = await startTwo();
  const { bundle, carried, reconnect, fileName } = await hub.take();
  expect({ carried: carried.length, reconnect }).toEqual({ carried: 2, reconnect: [] });
  expect(fileName).toMatch(/^switchboard-\d{4}-\d\d-\d\d\.bundle$/);

  const { imported, kept } = await hub.unpack(bundle);

  expect({ imported: imported.length, kept }).toEqual({ imported: 2, kept: [] });
  const { items } = await hub.second.auth.ask(listConnections, {}, hub.second.ada);
  expect(items.map(({ status }) => status)).toEqual(['active', 'active']);
  const moved = items.find(({ account }) => account.subject === 'subject-1')!;
  const here = await hub.first.auth.ask(getConnection, { connectionId: hub.id }, hub.first.ada);
  expect(moved).toMatchObject({ label: here.label, features: here.features, defaultFor: here.defaultFor });
  const token = await issue(hub.second.auth, hub.second.ada, moved.id, none);
  expect(token.token).toBe((await issue(hub.first.auth, hub.first.ada, hub.id, none)).token);
  expect(await hub.unpack(bundle)).toMatchObject({ imported: [], reconnect: [], kept: [{}, {}] });
});

test('a refresh token that works once does not travel: its connection waits to be reconnected', async () => {
  await using hub = await startTwo({ rotates: true });

  const { bundle, carried, reconnect } = await hub.take();
  const there = await hub.unpack(bundle);

  expect(carried).toMatchObject([{ provider: 'keyed' }]);
  expect(reconnect).toMatchObject([{ connectionId: hub.id, reason: 'single_use' }]);
  const [waiting] = there.reconnect;
  expect(waiting).toMatchObject({ reason: 'single_use', connectionId: expect.any(String) });
  const row = await hub.second.auth.ask(getConnection, { connectionId: waiting!.connectionId! }, hub.second.ada);
  expect(row).toMatchObject({ status: 'reconnect_required', account: { subject: 'subject-1' } });
  expect(row.missingFeatures).toContain('notes.write');
});

test('L-2 every connection that comes with a bundle is audited and told of, those that wait to be reconnected too', async () => {
  await using hub = await startTwo({ rotates: true });
  const told: { connectionId: string; change: string }[] = [];
  hub.second.auth.shared
    .wire()
    .subscribe('auth.connection.changed', (payload) => void told.push(JSON.parse(Buffer.from(payload).toString())));
  const { bundle } = await hub.take();

  const { imported, reconnect } = await hub.unpack(bundle);

  await until(() => told.length === 2);
  expect(JSON.stringify(told)).toContain(imported[0]!.connectionId);
  expect(JSON.stringify(told)).toContain(reconnect[0]!.connectionId);
  expect(await audited(hub.second.auth, 'connection.imported')).toBe(2);
  await hub.unpack(bundle);
  expect(await audited(hub.second.auth, 'connection.imported')).toBe(2);
});

test('a connection of which one secret does not open is left behind and named, not carried in part', async () => {
  await using hub = await startTwo();
  await runSql(
    hub.first.auth.ownerUrl,
    `UPDATE auth.envelope SET sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1)
      WHERE owner_id = $1 AND purpose = 'refresh_token'`,
    [hub.id],
  );

  const { carried, reconnect, bundle } = await hub.take();

  expect(carried).toMatchObject([{ connectionId: hub.key.id }]);
  expect(reconnect).toMatchObject([
    { connectionId: hub.id, reason: 'not_readable', message: expect.stringContaining('could not be read') },
  ]);
  expect((await hub.unpack(bundle)).reconnect).toMatchObject([{ reason: 'not_readable' }]);
});

test('O-19 a grant of another client does not come alive, and its token is not kept', async () => {
  await using hub = await startTwo({ otherClient: true });

  const { imported, reconnect } = await hub.unpack((await hub.take()).bundle);

  expect(imported).toMatchObject([{ provider: 'keyed' }]);
  expect(reconnect).toMatchObject([{ provider: 'peer', reason: 'other_client' }]);
});

test('a wrong passphrase and a changed file are refused alike, audited, and bring nothing', async () => {
  await using hub = await startTwo();
  const { bundle } = await hub.take();
  const bytes = Buffer.from(bundle, 'base64url');
  bytes[50]! ^= 1;
  const failure = (work: Promise<unknown>) =>
    work.catch(({ code, message }: { code: string; message: string }) => ({ code, message }));

  const wrong = await failure(hub.unpack(bundle, 'seven grey herons by the wier'));
  const damaged = await failure(hub.unpack(bytes.toString('base64url')));

  expect(wrong).toMatchObject({ code: 'input_invalid' });
  expect(damaged).toEqual(wrong);
  expect((await hub.second.auth.ask(listConnections, {}, hub.second.ada)).items).toEqual([]);
  expect(await audited(hub.second.auth, 'connections.import_refused')).toBe(2);
});

test('G-2 A-2 a bundle is made by a fresh login only, of one’s own connections, and not without end', async () => {
  await using hub = await startTwo();
  const { auth, ada } = hub.first;
  const bo = await join(auth, ada);
  const stale = { ...ada, statement: 'x' };

  await expect(auth.ask(exportConnections, { passphrase }, stale)).rejects.toMatchObject({ code: 'unauthenticated' });
  const own = auth.ask(exportConnections, { passphrase, connectionIds: [hub.id] }, bo);
  await expect(own).rejects.toMatchObject({ code: 'connection_unknown' });
  expect((await auth.ask(exportConnections, { passphrase }, bo)).carried).toEqual([]);
  expect(exportConnections).toMatchObject({ fresh: true, permission: 'secrets:manage' });
  expect(importConnections).toMatchObject({ fresh: true, permission: 'secrets:manage' });
  for (let round = 0; round < 9; round++) await hub.take({ connectionIds: [hub.key.id] });
  await hub.take({ connectionIds: [hub.key.id] });
  await expect(hub.take()).rejects.toMatchObject({ code: 'rate_limited' });
  expect(await audited(auth, 'connections.exported')).toBe(11);
});

test('V-11 V-12 what a bundle answers holds no secret that can be read', async () => {
  await using hub = await startTwo();
  const { token } = await issue(hub.first.auth, hub.first.ada, hub.id, none);

  const answers = [await hub.take(), await hub.unpack((await hub.take()).bundle)];

  expect(
    leaksIn({ answers: JSON.stringify(answers) }, [token, 'k-ada-0123456789abcdef', hub.peer.clientSecret]),
  ).toEqual([]);
});
