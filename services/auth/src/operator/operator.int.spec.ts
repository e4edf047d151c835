import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { getMe } from '@switchboard/contracts';
import { fileSource } from '@switchboard/vault';
import { begin, complete, connect } from '../testing/connect.ts';
import { issue } from '../testing/credentials.ts';
import { startTestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';
import { startWithPeer } from '../testing/with-peer.ts';
import { createApiKeyFor } from './create-api-key.ts';
import { rotateKeys } from './rotate-keys.ts';
import { verifyAudit } from './verify-audit.ts';

test('V-6 F-42 the ring is rotated while people connect and credentials are issued, and nobody notices', async () => {
  await using hub = await startWithPeer();
  const { id } = await connect(hub.auth, hub.ada);
  const { settings } = hub.auth.runtime;
  const options = { settings, databaseUrl: hub.auth.urlAs('auth'), batch: 50 };
  const away = await begin(hub.auth, hub.ada, { purpose: 'reconnect', connectionId: id });
  const failures: unknown[] = [];
  let calls = 0;
  let rotating = true;
  const traffic = (async () => {
    while (rotating) {
      calls += 1;
      await issue(hub.auth, hub.ada, id).catch((error: unknown) => failures.push(error));
      await sleep(20);
    }
  })();

  const progress: number[] = [];
  const rotation = await rotateKeys({ ...options, onProgress: (moved) => progress.push(moved) });
  await sleep(1_500);
  rotating = false;
  await traffic;
  const { flow } = await complete(hub.auth, away.parameters, hub.ada);

  expect(failures).toEqual([]);
  expect(calls).toBeGreaterThan(50);
  expect(rotation).toMatchObject({ key: 'k2', retired: ['k1'], refused: 0 });
  expect(progress.at(-1)).toBe(rotation.moved);
  expect(flow.status).toBe('succeeded');
  const ring = await fileSource(hub.auth.keys.ringFile).read();
  expect(ring).toMatchObject({ active: 'k2', keys: [{ id: 'k2' }] });
  expect(await runSql(options.databaseUrl, `SELECT DISTINCT key_id FROM auth.envelope`)).toEqual([{ key_id: 'k2' }]);
  const again = await rotateKeys(options);
  expect(again).toMatchObject({ key: 'k3', retired: ['k2'] });
  expect((await issue(hub.auth, hub.ada, id)).token).toContain('canary-at');
}, 40_000);

test('V-6 an envelope that does not open is left alone, and its key is kept', async () => {
  await using hub = await startWithPeer();
  await connect(hub.auth, hub.ada);
  const options = { settings: hub.auth.runtime.settings, databaseUrl: hub.auth.urlAs('auth') };
  await runSql(options.databaseUrl, `UPDATE auth.envelope SET credential_version = 9 WHERE purpose = 'access_token'`);

  const rotation = await rotateKeys(options);

  expect(rotation).toMatchObject({ moved: 1, refused: 1, retired: [] });
  expect((await fileSource(hub.auth.keys.ringFile).read()).keys).toHaveLength(2);
}, 30_000);

test('an operator makes a key for the owner beside the running hub', async () => {
  await using auth = await startTestAuth();
  const options = { settings: auth.runtime.settings, databaseUrl: auth.urlAs('auth') };

  const { key } = await createApiKeyFor(options, { name: 'Script', scopes: ['connections:read'] });

  const caller = await auth.resolve(key, 'api_key');
  expect(await auth.ask(getMe, {}, caller)).toMatchObject({ email: 'ada@example.com' });
  await expect(
    createApiKeyFor({ ...options, email: 'nobody@example.com' }, { name: 'x', scopes: ['runs:read'] }),
  ).rejects.toThrow('Nobody here');
});

test('L-1 an operator verifies the audit beside the running hub', async () => {
  await using auth = await startTestAuth();
  await auth.signIn();

  const verdict = await verifyAudit({ settings: auth.runtime.settings, databaseUrl: auth.urlAs('auth') });

  expect(verdict).toMatchObject({ intact: true, rows: expect.any(Number) });
  expect(verdict.rows).toBeGreaterThan(0);
});
