import { expect, test } from '@jest/globals';
import { FaultyProvider } from '@switchboard/testing';
import { AccountGate } from './account-gate.ts';
import type { EgressRequest } from './call.ts';
import { createEgress, type EgressOptions } from './egress.ts';
import { Pace } from './pace.ts';
import { backoffMs, retryAfterSeconds } from './retry.ts';

const provider = { id: 'acme', hosts: ['https://api.acme.com'] };

async function start(options: EgressOptions = {}) {
  const faulty = await FaultyProvider.start();
  const egress = createEgress({ originMap: { 'https://api.acme.com': faulty.url }, random: () => 0.01, ...options });
  return {
    faulty,
    egress,
    call: (change: Partial<EgressRequest> = {}) =>
      egress.request({ provider, environment: 'sandbox', method: 'GET', url: 'https://api.acme.com/', ...change }),
    async [Symbol.asyncDispose]() {
      await egress.close();
      await faulty[Symbol.asyncDispose]();
    },
  };
}

test('R-3 a read that fails twice succeeds at the third try, and no further try is made', async () => {
  await using world = await start();
  world.faulty.fault = '500';
  world.faulty.times = 2;
  expect((await world.call()).status).toBe(200);
  expect(world.faulty.requests).toHaveLength(3);

  world.faulty.times = 100;
  expect((await world.call()).status).toBe(500);
  expect(world.faulty.requests).toHaveLength(6);
});

test('R-3 a write is sent once, unless it is said to be idempotent', async () => {
  await using world = await start();
  world.faulty.fault = '500';

  await world.call({ method: 'POST', body: '{}' });
  expect(world.faulty.requests).toHaveLength(1);

  world.faulty.times = 1;
  expect((await world.call({ method: 'POST', body: '{}', idempotent: true })).status).toBe(200);
  expect(world.faulty.effects).toBe(1);
});

test('R-3 retries are at most a tenth of the calls of a provider once its allowance is spent', async () => {
  await using world = await start({ breaker: { leastCalls: 10_000 } });
  world.faulty.fault = '500';

  for (let round = 0; round < 100; round++) await world.call();

  expect(world.faulty.requests.length).toBeGreaterThanOrEqual(110);
  expect(world.faulty.requests.length).toBeLessThanOrEqual(121);
});

test('F-23 Retry-After in seconds, as a date, negative and enormous is obeyed and capped', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');

  expect(retryAfterSeconds('7', now)).toBe(7);
  expect(retryAfterSeconds('Sat, 21 Nov 2026 12:00:30 GMT', now)).toBe(30);
  expect(retryAfterSeconds('Sat, 21 Nov 2020 12:00:30 GMT', now)).toBe(0);
  expect(retryAfterSeconds('-5', now)).toBe(0);
  expect(retryAfterSeconds('1000000000', now)).toBe(3_600);
  expect(retryAfterSeconds('soon', now)).toBeUndefined();
  expect(retryAfterSeconds(undefined, now)).toBeUndefined();
});

test('F-23 no call is made before the time the provider named, by anyone of that account', async () => {
  await using world = await start();
  world.faulty.fault = '429';
  world.faulty.retryAfter = '1';
  world.faulty.times = 1;

  expect((await world.call()).status).toBe(200);

  const [first, second] = world.faulty.requests;
  expect(second!.atMs - first!.atMs).toBeGreaterThanOrEqual(1_000);

  Object.assign(world.faulty, { retryAfter: '1000000000', times: 1 });
  expect((await world.call()).status).toBe(429);
  await expect(world.call()).rejects.toMatchObject({
    kind: 'limited',
    retryAfterSeconds: 3_600,
    mayHaveArrived: false,
  });
  expect((await world.call({ account: 'another' })).status).toBe(200);
  expect(world.faulty.requests).toHaveLength(4);
});

test('F-24 R-4 an account whose calls fail is left alone but for one probe a cycle, and others are not', async () => {
  await using world = await start({ breaker: { cycleMs: 300 } });
  world.faulty.fault = '500';
  const post = (account: string) =>
    world.call({ method: 'POST', body: '{}', account }).then(
      ({ status }) => status,
      ({ kind }: { kind: string }) => kind,
    );

  for (let round = 0; round < 20; round++) await post('a');
  expect(await Promise.all([post('a'), post('a')])).toEqual(['unavailable', 'unavailable']);
  expect(world.faulty.requests).toHaveLength(20);
  expect(await post('b')).toBe(500);

  await new Promise((done) => setTimeout(done, 320));
  expect((await Promise.all([post('a'), post('a'), post('a')])).sort()).toEqual([500, 'unavailable', 'unavailable']);

  world.faulty.fault = undefined;
  await new Promise((done) => setTimeout(done, 320));
  expect(await post('a')).toBe(200);
  expect(await Promise.all([post('a'), post('a')])).toEqual([200, 200]);
});

test('R-4 failures older than the window are forgotten, and a bound on calls in flight holds', () => {
  let now = 1_000_000;
  const gate = new AccountGate({ now: () => now, mostInFlight: 3 });
  const fail = () => (gate.enter('x'), gate.leave('x', true));

  for (let round = 0; round < 19; round++) fail();
  now += 60_000;
  for (let round = 0; round < 19; round++) fail();
  expect(() => gate.enter('x')).not.toThrow();
  gate.leave('x', true);
  expect(() => gate.enter('x')).toThrow(/failed too often/);

  for (let round = 0; round < 3; round++) gate.enter('y');
  expect(() => gate.enter('y')).toThrow(/asks us to wait/);
  gate.abandon('y');
  expect(() => gate.enter('y')).not.toThrow();
});

test('R-4 a documented rate lets one second of calls through at once and spreads the rest', () => {
  let now = 0;
  const pace = new Pace(() => now);
  const waits = Array.from({ length: 7 }, () => pace.take('k', 5));

  expect(waits).toEqual([0, 0, 0, 0, 0, 200, 400]);
  now = 10_000;
  expect(pace.take('k', 5)).toBe(0);
});

test('R-3 the wait before a retry is anything up to a bound that doubles and then stays', () => {
  expect([1, 2, 3, 10].map((attempt) => backoffMs(attempt, () => 1))).toEqual([600, 1_200, 2_400, 8_000]);
  expect(backoffMs(2, () => 0)).toBe(0);
});
