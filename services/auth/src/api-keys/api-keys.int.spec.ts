import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import {
  createApiKey,
  deleteApiKey,
  getConnection,
  listApiKeys,
  listConnections,
  listMembers,
  rollApiKey,
  updateMember,
} from '@switchboard/contracts';
import { connect } from '../testing/connect.ts';
import { issue } from '../testing/credentials.ts';
import { join } from '../testing/people.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

const reader = { name: 'Script', scopes: ['connections:read' as const] };

test('V-13 a key is shown once, works, and is kept as a MAC only', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const { key, ...shown } = await auth.ask(createApiKey, reader, ada);

  const caller = await auth.resolve(key, 'api_key');

  expect(caller.claims).toMatchObject({ via: 'api_key', apiKeyId: shown.id, permissions: ['connections:read'] });
  expect(await auth.ask(listConnections, {}, caller)).toEqual({ items: [] });
  const { items } = await auth.ask(listApiKeys, {}, ada);
  expect(items).toEqual([expect.objectContaining(shown)]);
  expect(items[0]).not.toHaveProperty('key');
  const stored = JSON.stringify(
    await runSql(auth.urlAs('auth'), `SELECT *, encode(mac, 'hex') AS hex FROM auth.api_key`),
  );
  expect(stored).not.toContain(key.split('_')[3]);
});

test('A-6 a key does what its scopes say, expires in 90 days unless told, and manages no keys', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const { key, expiresAt, createdAt } = await auth.ask(createApiKey, reader, ada);
  const caller = await auth.resolve(key, 'api_key');

  expect((Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000).toBeCloseTo(90, 2);
  await expect(auth.ask(createApiKey, reader, caller)).rejects.toMatchObject({ code: 'not_permitted' });
  await expect(auth.ask(listMembers, {}, caller)).rejects.toMatchObject({ code: 'not_permitted' });
});

test('A-6 a key is never wider than its person, today', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const bo = await join(auth, ada, { email: 'bo@example.com', role: 'admin' });
  const { key } = await auth.ask(createApiKey, { name: 'Audit', scopes: ['audit:read', 'runs:read'] }, bo);

  await auth.ask(updateMember, { memberId: bo.claims.memberId, role: 'member' }, ada);

  expect((await auth.resolve(key, 'api_key')).claims.permissions).toEqual(['runs:read']);
  const again = await auth.signIn({ email: 'bo@example.com', password: 'another walk by the sea' });
  await expect(auth.ask(createApiKey, { name: 'Audit', scopes: ['audit:read'] }, again)).rejects.toMatchObject({
    code: 'input_invalid',
  });
});

test('A-6 a key limited to one connection sees and uses only that one', async () => {
  await using hub = await startWithPeer();
  const one = await connect(hub.auth, hub.ada);
  hub.peer.subject = 'subject-2';
  const other = await connect(hub.auth, hub.ada);
  const { key } = await hub.auth.ask(createApiKey, { ...reader, connectionId: one.id }, hub.ada);
  const caller = await hub.auth.resolve(key, 'api_key');

  const { items } = await hub.auth.ask(listConnections, {}, caller);

  expect(items.map(({ id }) => id)).toEqual([one.id]);
  expect((await issue(hub.auth, caller, one.id)).token).toContain('canary-at');
  for (const attempt of [
    hub.auth.ask(getConnection, { connectionId: other.id }, caller),
    issue(hub.auth, caller, other.id),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'connection_unknown' });
});

test('V-13 a rolled or deleted key ends at once, and an expired one too', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const { key, id } = await auth.ask(createApiKey, reader, ada);

  const rolled = await auth.ask(rollApiKey, { apiKeyId: id }, ada);
  await expect(auth.resolve(key, 'api_key')).rejects.toMatchObject({ code: 'unauthenticated' });
  await auth.resolve(rolled.key, 'api_key');
  await runSql(auth.urlAs('auth'), 'UPDATE auth.api_key SET expires_at = clock_timestamp()');
  await expect(auth.resolve(rolled.key, 'api_key')).rejects.toMatchObject({ code: 'unauthenticated' });

  await auth.ask(deleteApiKey, { apiKeyId: id }, ada);
  expect(await auth.ask(listApiKeys, {}, ada)).toEqual({ items: [] });
});

test('A-6 the last use of a key is written down within a second', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const { key } = await auth.ask(createApiKey, reader, ada);
  await auth.resolve(key, 'api_key');
  await sleep(1_200);

  expect((await auth.ask(listApiKeys, {}, ada)).items[0]?.lastUsedAt).toBeDefined();
});

test("A-2 another person's key is as unknown as none", async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const bo = await join(auth, ada);
  const { id } = await auth.ask(createApiKey, reader, ada);

  for (const attempt of [auth.ask(rollApiKey, { apiKeyId: id }, bo), auth.ask(deleteApiKey, { apiKeyId: id }, bo)])
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
  expect((await auth.ask(listApiKeys, {}, bo)).items).toEqual([]);
});
