import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  createKeyConnection,
  disconnect,
  getConnection,
  refreshConnection,
  replaceConnectionKey,
  testConnection,
} from '@switchboard/contracts';
import { audited, digestOf, expire, issue } from '../testing/credentials.ts';
import { keyedProvider, KeyServer } from '../testing/key-server.ts';
import { dumpDatabase, leaksIn } from '../testing/leak-scan.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyFile = JSON.stringify({
  type: 'service_account',
  client_email: 'hub@project.keyed.test',
  client_id: '1234567890',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  private_key_id: 'canary-7d21-key',
});
const reader = { needs: ['notes.read'] };

async function start() {
  const stack = new AsyncDisposableStack();
  const server = stack.use(await KeyServer.start());
  const auth = stack.use(await startTestAuth({ providers: [keyedProvider], originMap: server.originMap }));
  const ada = await auth.signIn();
  const asked = {
    provider: 'keyed',
    method: 'service',
    settings: { person: 'ada@keyed.test' },
    features: ['notes.write'],
  };
  const connect = (key = keyFile) => auth.ask(createKeyConnection, { ...asked, key }, ada);
  const exchanges = (): number => server.heard.filter(({ path }) => path === '/token').length;
  return { server, auth, ada, connect, exchanges, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test('a service account’s key becomes access for the person it acts for, kept until it runs out', async () => {
  await using hub = await start();

  const connection = await hub.connect();
  const first = await issue(hub.auth, hub.ada, connection.id, reader);
  const second = await issue(hub.auth, hub.ada, connection.id, reader);

  expect(connection).toMatchObject({
    method: 'service',
    label: 'ada@keyed.test',
    account: { subject: 'ada-subject', email: 'ada@keyed.test' },
    features: ['notes.read', 'notes.write'],
    status: 'active',
  });
  expect([first.token, second.token, hub.exchanges()]).toEqual(['at-1', 'at-1', 1]);
  const { body } = hub.server.heard[0]!;
  const [, claims = ''] = new URLSearchParams(body).get('assertion')!.split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    sub: 'ada@keyed.test',
    scope: 'notes',
    aud: 'https://api.keyed.test/token',
  });
});

test('O-10 access that ran out is made anew once, from the key and without a refresh token', async () => {
  await using hub = await start();
  const { id } = await hub.connect();
  await expire(hub.auth, id);

  const issued = await Promise.all(Array.from({ length: 8 }, () => issue(hub.auth, hub.ada, id, reader)));

  expect(new Set(issued.map(({ token }) => token))).toEqual(new Set(['at-2']));
  expect(hub.exchanges()).toBe(2);
  await expire(hub.auth, id);
  expect((await issue(hub.auth, hub.ada, id, reader)).token).toBe('at-3');
});

test('F-04 access that the provider refuses is made anew', async () => {
  await using hub = await start();
  const { id } = await hub.connect();

  const again = await issue(hub.auth, hub.ada, id, { ...reader, rejected: digestOf('at-1') });

  expect(again.token).toBe('at-2');
  await expect(hub.auth.ask(refreshConnection, { connectionId: id }, hub.ada)).rejects.toMatchObject({
    code: 'provider_unavailable',
  });
});

test('without delegation the person hears what an administrator has to allow', async () => {
  await using hub = await start();
  hub.server.refuses = 'unauthorized_client';

  await expect(hub.connect()).rejects.toMatchObject({
    code: 'provider_rejected',
    message: expect.stringMatching(/domain-wide delegation, for the client id 1234567890 and the scopes notes\./),
  });
  await expect(hub.connect('{"type":"authorized_user"}')).rejects.toMatchObject({
    code: 'input_invalid',
    details: { errors: [{ path: '/key' }] },
  });
});

test('a delegation that is taken back fails calls and keeps the connection, and another key repairs it', async () => {
  await using hub = await start();
  const { id: connectionId } = await hub.connect();
  await expire(hub.auth, connectionId);
  hub.server.refuses = 'unauthorized_client';
  const status = async () => (await hub.auth.ask(getConnection, { connectionId }, hub.ada)).status;

  await expect(issue(hub.auth, hub.ada, connectionId, reader)).rejects.toMatchObject({
    code: 'provider_misconfigured',
    message: expect.stringContaining('domain-wide delegation'),
  });
  expect(await status()).toBe('active');

  hub.server.refuses = undefined;
  const key = JSON.stringify({ ...(JSON.parse(keyFile) as object), private_key_id: 'canary-7d21-new' });
  await expect(hub.auth.ask(replaceConnectionKey, { connectionId, key }, hub.ada)).resolves.toMatchObject({
    status: 'active',
  });
});

test('O-11 a key that was deleted at the provider ends the connection', async () => {
  await using hub = await start();
  const { id: connectionId } = await hub.connect();
  await expire(hub.auth, connectionId);
  hub.server.refuses = 'invalid_grant';

  await expect(issue(hub.auth, hub.ada, connectionId, reader)).rejects.toMatchObject({ code: 'reconnect_required' });
  await expect(hub.auth.ask(getConnection, { connectionId }, hub.ada)).resolves.toMatchObject({
    status: 'reconnect_required',
  });
});

test('the live check reads the account, and the receipt says who ends the delegation', async () => {
  await using hub = await start();
  const { id: connectionId } = await hub.connect();

  await expect(hub.auth.ask(testConnection, { connectionId }, hub.ada)).resolves.toMatchObject({ ok: true });
  const { steps, status } = await hub.auth.ask(disconnect, { connectionId }, hub.ada);

  expect(status).toBe('disconnected');
  expect(steps[0]).toMatchObject({
    result: 'not_offered',
    detail: expect.stringContaining('An administrator takes the delegation back.'),
  });
  expect(await audited(hub.auth, 'connection.disconnected')).toBe(1);
});

test('V-12 the key stands nowhere in the database but in its envelope', async () => {
  await using hub = await start();
  await hub.connect();

  expect(leaksIn(await dumpDatabase(hub.auth.ownerUrl), ['canary-7d21-key'])).toEqual([]);
});
