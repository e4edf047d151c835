import { expect, test } from '@jest/globals';
import { Database, SystemIds } from '@switchboard/nest-kit';
import { activateKey, addKey, KeyRing, newRing, open, seal } from '@switchboard/vault';
import { entities } from '../database/entities.ts';
import { createAuthDatabase, runSql } from '../testing/test-database.ts';
import { rewrapSome } from './rewrap.ts';

const rows = 10_000;
const ids = new SystemIds();
const [hubId, memberId] = [ids.uuid(), ids.uuid()];
const identityOf = (connectionId: string) => ({
  hubId,
  memberId,
  provider: 'peer',
  connectionId,
  purpose: 'refresh_token',
  credentialVersion: 1,
  environment: 'live' as const,
});

test('V-6 envelopes move to a new key at a pace of 100,000 in ten minutes, and open as before', async () => {
  await using prepared = await createAuthDatabase();
  const material = newRing('k1', 'operator');
  const ring = new KeyRing(material);
  const owners = Array.from({ length: rows }, () => ids.uuid());
  await runSql(
    prepared.urlAs('auth'),
    `INSERT INTO auth.envelope (owner_id, purpose, hub_id, member_id, provider, environment, credential_version, key_id, sealed)
      SELECT unnest($1::uuid[]), 'refresh_token', $2, $3, 'peer', 'live', 1, 'k1', unnest($4::bytea[])`,
    [owners, hubId, memberId, owners.map((id) => seal(ring, `secret of ${id}`, identityOf(id)))],
  );
  const moving = new KeyRing(activateKey(addKey(material, 'k2'), 'k2'));
  const database = await Database.connect({ url: prepared.urlAs('auth'), schema: 'auth', entities });
  const started = performance.now();

  let moved = 0;
  for (let done = -1; done !== 0; moved += done) done = await rewrapSome(database, moving, 200, new Set());
  const perSecond = (moved / (performance.now() - started)) * 1_000;
  await database.close();

  expect(moved).toBe(rows);
  expect(perSecond).toBeGreaterThan(100_000 / 600);
  const [row] = await runSql<{ owner_id: string; sealed: Buffer }>(
    prepared.urlAs('auth'),
    `SELECT owner_id, sealed FROM auth.envelope WHERE key_id = 'k2' LIMIT 1`,
  );
  expect(open(moving, row!.sealed, identityOf(row!.owner_id)).toString()).toBe(`secret of ${row!.owner_id}`);
}, 90_000);
