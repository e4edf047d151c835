import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import {
  createSecret,
  deleteSecret,
  disconnect,
  listSecrets,
  putProviderClient,
  replaceSecret,
} from '@switchboard/contracts';
import { addKey, fileSource, newRing, writeRingFile } from '@switchboard/vault';
import { startAuth } from '../service.ts';
import { connect } from '../testing/connect.ts';
import { audited, issue } from '../testing/credentials.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('V-2 F-44 envelopes moved between rows, columns and versions in SQL open nowhere, and each try is written down', async () => {
  await using hub = await startWithPeer();
  const one = await connect(hub.auth, hub.ada);
  hub.peer.subject = 'subject-2';
  const other = await connect(hub.auth, hub.ada);
  const url = hub.auth.urlAs('auth');
  const original = await runSql<{ owner_id: string; purpose: string; sealed: Buffer }>(
    url,
    'SELECT owner_id, purpose, sealed FROM auth.envelope',
  );
  const restore = async (): Promise<void> => {
    for (const { owner_id, purpose, sealed } of original)
      await runSql(url, 'UPDATE auth.envelope SET sealed = $3 WHERE owner_id = $1 AND purpose = $2', [
        owner_id,
        purpose,
        sealed,
      ]);
  };
  const put = `UPDATE auth.envelope SET sealed = (SELECT sealed FROM auth.envelope WHERE owner_id = $2 AND purpose = $3)
    WHERE owner_id = $1 AND purpose = 'access_token'`;
  const tampering: [string, unknown[]][] = [
    [put, [one.id, other.id, 'access_token']],
    [put, [one.id, one.id, 'refresh_token']],
    [`UPDATE auth.connection SET credential_version = credential_version + 1 WHERE id = $1`, [one.id]],
    [
      `UPDATE auth.connection SET credential_version = 1, provider = 'peer', environment = 'live' WHERE id = $1`,
      [one.id],
    ],
    [
      `UPDATE auth.envelope SET sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1)
      WHERE owner_id = $1 AND purpose = 'access_token'`,
      [one.id],
    ],
  ];

  for (const [sql, values] of tampering) {
    await runSql(url, sql, values);
    await expect(issue(hub.auth, hub.ada, one.id)).rejects.toMatchObject({ code: 'internal' });
    await restore();
    await runSql(url, `UPDATE auth.connection SET credential_version = 1, environment = 'sandbox'`);
    expect((await issue(hub.auth, hub.ada, one.id)).token).toContain('canary-at');
  }

  await new Promise((done) => setTimeout(done, 300));
  expect(await audited(hub.auth, 'envelope.refused')).toBe(tampering.length);
});

test('V-4 V-5 F-43 a wrong, missing or doubled ring key stops the start, naming it', async () => {
  await using auth = await startTestAuth();
  await auth.service.close();
  const { ringFile } = auth.keys;
  const good = await fileSource(ringFile).read();
  const wrong = newRing('k1', 'bootstrap');
  const cases: [typeof good, string][] = [
    [wrong, 'k1 is not the one'],
    [newRing('k2', 'bootstrap'), 'k1 is missing'],
    [{ ...good, keys: [...good.keys, ...good.keys] }, 'k1 is there twice'],
    [{ ...good, active: 'k9' }, 'k9 is missing'],
  ];

  for (const [ring, message] of cases) {
    await writeRingFile(ringFile, ring);
    const started = performance.now();
    await expect(startAuth(auth.runtime)).rejects.toThrow(message);
    expect(performance.now() - started).toBeLessThan(5_000);
  }
  await writeRingFile(ringFile, addKey(good, 'k2'));
  const service = await startAuth(auth.runtime, { providers: [] });
  expect(await service.ready()).toMatchObject({ database: true, ring: true });
  await service.close();
}, 30_000);

test('V-9 PostgreSQL itself keeps envelopes from every other service', async () => {
  await using hub = await startWithPeer();
  await connect(hub.auth, hub.ada);

  for (const service of ['integrations', 'assistant', 'gateway'] as const)
    for (const table of ['auth.envelope', 'auth.session', 'auth.ring_check', 'audit.entry'])
      await expect(runSql(hub.auth.urlAs(service), `SELECT * FROM ${table}`)).rejects.toThrow('permission denied');
  expect(await runSql(hub.auth.urlAs('auth'), 'SELECT purpose FROM auth.envelope')).toHaveLength(2);
});

test('V-10 what is issued is one access token, sealed to the asker; the bus and the database see none of it', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const seen: string[] = [];
  hub.auth.shared.wire().subscribe('auth.connection.changed', (payload) => seen.push(Buffer.from(payload).toString()));

  const { token, sealed } = await issue(hub.auth, hub.ada, id);

  expect(token).toContain('canary-at');
  const dump = JSON.stringify(
    await runSql(hub.auth.ownerUrl, `SELECT encode(sealed, 'escape') AS text FROM auth.envelope`),
  );
  for (const place of [sealed, dump, Buffer.from(sealed, 'base64url').toString('latin1'), seen.join('')])
    expect(place).not.toContain('canary');
  await new Promise((done) => setTimeout(done, 1_200));
  expect(await audited(hub.auth, 'credential.issued')).toBe(1);
});

test('V-10 more than 300 distinct connections in a minute are refused, and raised', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const { runtime } = hub.auth;
  for (let count = 0; count < 299; count++) await issue(hub.auth, hub.ada, runtime.ids.uuid()).catch(() => undefined);
  await issue(hub.auth, hub.ada, id);

  await expect(issue(hub.auth, hub.ada, runtime.ids.uuid())).rejects.toMatchObject({ code: 'rate_limited' });

  expect((await issue(hub.auth, hub.ada, id)).token).toContain('canary-at');
  expect(await audited(hub.auth, 'credential.sweep_refused')).toBe(1);
}, 20_000);

test('V-11 D-4 a stored secret can be replaced and destroyed, and no answer gives it back', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const value = 'canary-third-party-key-1234';
  const created = await auth.ask(createSecret, { name: 'Maps', value }, ada);
  const replaced = await auth.ask(replaceSecret, { secretId: created.id, value: `${value}-5678` }, ada);
  const listed = await auth.ask(listSecrets, {}, ada);

  expect(created.lastFour).toBe('1234');
  expect(replaced).toMatchObject({ id: created.id, lastFour: '5678', rotatedAt: expect.any(String) });
  expect(JSON.stringify([created, replaced, listed])).not.toContain('canary');
  await expect(auth.ask(createSecret, { name: 'Maps', value }, ada)).rejects.toMatchObject({ code: 'conflict' });

  await auth.ask(deleteSecret, { secretId: created.id }, ada);
  expect(await runSql(auth.urlAs('auth'), 'SELECT 1 FROM auth.envelope')).toEqual([]);
});

test('V-11 a provider client is stored, used for live connections, and its secret never shown', async () => {
  await using hub = await startWithPeer();
  const client = { provider: 'peer', clientId: 'live-client', clientSecret: 'canary-live-secret' };

  const view = await hub.auth.ask(putProviderClient, client, hub.ada);

  expect(view).toMatchObject({
    environment: 'live',
    ready: true,
    redirectUri: 'http://localhost:3000/oauth/peer/callback',
    methods: [{ client: { clientId: 'live-client', source: 'stored' } }],
  });
  expect(JSON.stringify(view)).not.toContain('canary');
  await expect(hub.auth.ask(putProviderClient, { ...client, provider: 'nobody' }, hub.ada)).rejects.toMatchObject({
    code: 'provider_unknown',
  });
});

test('V-16 what was shredded stays shredded when a backup brings its row back', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const url = hub.auth.urlAs('auth');
  const saved = await runSql<Record<string, unknown>>(url, 'SELECT * FROM auth.envelope');
  await hub.auth.ask(disconnect, { connectionId: id }, hub.ada);
  await hub.auth.service.close();
  for (const row of saved)
    await runSql(
      url,
      `INSERT INTO auth.envelope (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map((_, at) => `$${at + 1}`)
        .join(', ')})`,
      Object.values(row),
    );
  await runSql(url, 'DELETE FROM auth.shredded');
  await runSql(url, `UPDATE auth.connection SET status = 'active', ended_at = NULL`);

  const again = await startAuth(hub.auth.runtime, { providers: [] });
  await again.close();

  expect(readFileSync(path.join(hub.auth.keys.folder, 'shredded.log'), 'utf8')).toContain(id);
  expect(await runSql(url, 'SELECT 1 FROM auth.envelope')).toEqual([]);
  expect(await runSql(url, 'SELECT status FROM auth.connection')).toEqual([{ status: 'disconnected' }]);
});
