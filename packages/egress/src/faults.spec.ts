import { expect, test } from '@jest/globals';
import { FaultyProvider, startSilence, startUntrustedTls, type Fault } from '@switchboard/testing';
import { z } from 'zod';
import { createEgress, type EgressOptions } from './egress.ts';
import type { EgressError } from './egress-error.ts';
import type { EgressRequest } from './call.ts';

const provider = { id: 'acme', hosts: ['https://api.acme.com'] };
const schema = z.object({ ok: z.boolean() });
const secret = { reveal: () => 'canary-token' };

async function start(options: EgressOptions = {}) {
  const faulty = await FaultyProvider.start();
  const egress = createEgress({ originMap: { 'https://api.acme.com': faulty.url }, random: () => 0.01, ...options });
  return {
    faulty,
    egress,
    call: (change: Partial<EgressRequest> = {}) =>
      egress.request({
        provider,
        environment: 'sandbox',
        method: 'GET',
        url: 'https://api.acme.com/things',
        credential: { secret },
        ...change,
      }),
    async [Symbol.asyncDispose]() {
      await egress.close();
      await faulty[Symbol.asyncDispose]();
    },
  };
}

const kinds: Partial<Record<Fault, string>> = {
  html: 'bad_answer',
  'truncated-json': 'bad_answer',
  'wrong-length': 'unavailable',
  'reset-mid-body': 'unavailable',
  'not-gzip': 'bad_answer',
  'gzip-bomb': 'too_large',
  'huge-body': 'too_large',
  'huge-headers': 'too_large',
  'not-http': 'bad_answer',
};

for (const [fault, kind] of Object.entries(kinds)) {
  test(`F-25 E-5 E-6 ${fault} is a typed error and costs little memory`, async () => {
    await using world = await start();
    world.faulty.fault = fault as Fault;
    await world.call({ method: 'POST', body: '{}' }).catch(() => undefined);
    const before = process.memoryUsage().rss;

    const error = await world
      .call({ method: 'POST', body: '{}' })
      .then((answer) => answer.json(schema))
      .catch((error: EgressError) => error);

    expect(error).toMatchObject({ name: 'EgressError', kind, mayHaveArrived: true });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_024 * 1_024);
    expect(String((error as Error).stack)).not.toContain('canary');
  });
}

test('F-22 E-5 no first byte, a trickle and a silent TLS peer each end at their own deadline', async () => {
  await using silence = await startSilence();
  await using world = await start({
    allowPrivate: [silence.url],
    limits: { connectMs: 300, firstByteMs: 400, totalMs: 900, rateWindowMs: 500 },
  });
  const timed = async (change: Partial<EgressRequest>) => {
    const started = performance.now();
    const error = (await world.call({ idempotent: false, ...change }).catch((error: unknown) => error)) as EgressError;
    return { kind: error.kind, mayHaveArrived: error.mayHaveArrived, ms: performance.now() - started };
  };
  const around = (ms: number) => ({ from: ms * 0.9, to: ms * 1.1 + 60 });
  const expectAround = (actual: number, ms: number) => {
    expect(actual).toBeGreaterThan(around(ms).from);
    expect(actual).toBeLessThan(around(ms).to);
  };

  world.faulty.fault = 'no-first-byte';
  const quiet = await timed({});
  world.faulty.fault = 'trickle';
  const slow = await timed({});
  const total = await timed({ limits: { rateWindowMs: 60_000 } });
  const connect = await timed({
    environment: 'live',
    provider: { id: 'silent', hosts: [silence.url] },
    url: `${silence.url}/x`,
  });

  expect([quiet.kind, slow.kind, total.kind, connect.kind]).toEqual(Array(4).fill('timeout'));
  expect([quiet.mayHaveArrived, connect.mayHaveArrived]).toEqual([true, false]);
  expectAround(quiet.ms, 400);
  expectAround(slow.ms, 500);
  expectAround(total.ms, 900);
  expectAround(connect.ms, 300);
});

test('F-26 E-6 a certificate nobody signed is final: one try, nothing sent', async () => {
  await using tls = await startUntrustedTls();
  await using world = await start({ allowPrivate: [tls.url] });

  const call = world.call({ environment: 'live', provider: { id: 'tls', hosts: [tls.url] }, url: `${tls.url}/x` });

  await expect(call).rejects.toMatchObject({ kind: 'certificate', mayHaveArrived: false });
  expect(tls.requests()).toBe(0);
});

test('F-26 redirects in circles and elsewhere stop at the first', async () => {
  await using world = await start();
  for (const fault of ['redirect-loop', 'redirect-elsewhere'] as const) {
    world.faulty.fault = fault;
    await expect(world.call()).rejects.toMatchObject({ kind: 'refused' });
  }
  expect(world.faulty.requests).toHaveLength(2);
});

test('F-27 a write that was done and then reset is never sent again, and says that it may have happened', async () => {
  await using world = await start();
  world.faulty.fault = 'write-then-reset';

  await expect(world.call({ method: 'POST', body: '{}' })).rejects.toMatchObject({
    kind: 'unavailable',
    mayHaveArrived: true,
  });
  expect(world.faulty.effects).toBe(1);
});

test('F-28 names that are not found or answer private addresses make no connection', async () => {
  await using world = await start({
    resolve: (name, done) =>
      name.startsWith('gone')
        ? done(Object.assign(new Error('gone'), { code: 'ENOTFOUND' }), [])
        : done(null, [{ address: '127.0.0.1', family: 4 }]),
  });
  const live = (host: string) =>
    world.call({ environment: 'live', provider: { id: host, hosts: [`https://${host}`] }, url: `https://${host}/` });

  await expect(live('gone.acme.com')).rejects.toMatchObject({ kind: 'unavailable', mayHaveArrived: false });
  await expect(live('private.acme.com')).rejects.toMatchObject({ kind: 'refused', mayHaveArrived: false });
  await expect(live('127.0.0.1')).rejects.toMatchObject({ kind: 'refused', mayHaveArrived: false });
  await expect(live('[::1]')).rejects.toMatchObject({ kind: 'refused', mayHaveArrived: false });
});

test('a caller that gives up gets an aborted error at once', async () => {
  await using world = await start();
  world.faulty.fault = 'no-first-byte';
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);

  await expect(world.call({ signal: stop.signal })).rejects.toMatchObject({ kind: 'aborted' });
  expect(world.faulty.requests).toHaveLength(1);
});
