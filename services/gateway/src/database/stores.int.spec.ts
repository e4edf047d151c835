import { expect, test } from '@jest/globals';
import type { CallerClaims } from '@switchboard/contracts';
import { PostgresIdempotencyStore } from '../idempotency/postgres-idempotency-store.ts';
import { PostgresLimitStore } from '../limits/postgres-limit-store.ts';
import { createGatewayDatabase } from '../testing/gateway-database.ts';

const hubId = '01990000-0000-7000-8000-0000000000aa';
const claims = (memberId: string) => ({ hubId, memberId, via: 'session', sessionId: memberId }) as CallerClaims;
const ada = claims('01990000-0000-7000-8000-000000000001');
const bo = claims('01990000-0000-7000-8000-000000000002');
const keyed = { claims: ada, key: 'k', fingerprint: 'f' };
const answer = { status: 201, contentType: 'application/json', body: '{"a":1}' };

test('G-10 of twenty equal requests at once one begins, and all get its answer afterwards', async () => {
  await using gateway = await createGatewayDatabase();
  const store = new PostgresIdempotencyStore(gateway.database);

  const begun = await Promise.all(Array.from({ length: 20 }, () => store.begin(keyed)));
  await store.finish(keyed, answer);

  expect(begun.filter((one) => one === 'begun')).toHaveLength(1);
  expect(begun.filter((one) => one === 'running')).toHaveLength(19);
  expect(await store.begin(keyed)).toEqual(answer);
  expect(await store.begin({ ...keyed, fingerprint: 'other' })).toBe('mismatch');
  expect(await store.begin({ ...keyed, claims: bo })).toBe('begun');
});

test('G-10 an answer is kept for 24 hours, one that showed a secret not at all, and a lost one is said to be unknown', async () => {
  await using gateway = await createGatewayDatabase();
  const store = new PostgresIdempotencyStore(gateway.database);
  await store.begin(keyed);
  await store.finish(keyed, undefined);
  expect(await store.begin(keyed)).toBe('secret');
  await store.begin({ ...keyed, key: 'lost' });

  await gateway.asOwner(
    `SELECT set_config('swb.service', 'on', false); UPDATE gateway.idempotency SET created_at = created_at - interval '3 minutes'`,
  );
  expect(await store.begin({ ...keyed, key: 'lost' })).toBe('stale');

  await gateway.asOwner(
    `SELECT set_config('swb.service', 'on', false); UPDATE gateway.idempotency SET created_at = created_at - interval '24 hours'`,
  );
  expect(await store.begin(keyed)).toBe('begun');
  await store.expire();
  expect(await store.begin({ ...keyed, key: 'lost' })).toBe('begun');
});

test('A-2 beneath it all, a member’s transaction sees no other member’s rows', async () => {
  await using gateway = await createGatewayDatabase();
  const store = new PostgresIdempotencyStore(gateway.database);
  await store.begin(keyed);
  const count = 'SELECT count(*)::int AS n FROM "gateway"."idempotency"';

  expect(await gateway.database.forMember(bo, (manager) => manager.query(count))).toEqual([{ n: 0 }]);
  expect(await gateway.database.forMember(ada, (manager) => manager.query(count))).toEqual([{ n: 1 }]);
  expect(await gateway.database.dataSource.query(count)).toEqual([{ n: 0 }]);
});

test('G-11 counts of two replicas add up, and old windows go', async () => {
  await using gateway = await createGatewayDatabase();
  const one = new PostgresLimitStore(gateway.database);
  const other = new PostgresLimitStore(gateway.database);
  await one.add([{ key: 'a', window: 60, count: 5 }]);

  await one.add([{ key: 'a', window: 6_000, count: 3 }]);
  const totals = await other.add([
    { key: 'b', window: 6_000, count: 1 },
    { key: 'a', window: 6_000, count: 4 },
  ]);

  expect(totals).toContainEqual({ key: 'a', window: 6_000, count: 7 });
  expect(await other.load(6_000)).toHaveLength(2);
  expect(await other.load(60)).toEqual([]);
});

test('R-9 the migrations go back as they came', async () => {
  await using gateway = await createGatewayDatabase();

  await gateway.revert();

  const left = `SELECT table_name FROM information_schema.tables WHERE table_schema = 'gateway' AND table_name <> 'migrations'`;
  expect(await gateway.asOwner(left)).toEqual([]);
});
