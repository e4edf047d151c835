import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { HubError } from '@switchboard/contracts';
import { natsAvailable, startTestNats } from '@switchboard/testing';
import type { Caller, MaybeCaller } from '../caller.ts';
import {
  callerWith,
  freshOnly,
  greet,
  greeted,
  heard,
  nobody,
  signer,
  startGreeting as start,
} from '../testing/greeting.ts';

const withoutCaller = (caller: Caller): MaybeCaller => ({ ...caller, claims: undefined, statement: undefined });
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof HubError ? error.code : String(error)),
  );

const wires = natsAvailable() ? (['in process', 'NATS'] as const) : (['in process'] as const);

describe.each(wires)('the bus %s', (kind) => {
  test('a request comes back with the trace and the caller it went with, and lists its fields', async () => {
    await using hub = await start(kind);
    const caller = callerWith();

    const reply = await hub.bus.request(greet, { name: 'Ada' }, caller);

    expect(reply).toEqual({ text: 'Hello Ada', traceId: caller.traceId, memberId: caller.claims.memberId });
  });

  test('errors are codes: the declared one whole, every other one internal', async () => {
    await using hub = await start(kind);

    await expect(hub.bus.request(greet, { name: 'conflict' }, callerWith())).rejects.toMatchObject({
      code: 'conflict',
      message: 'Taken.',
      details: { reason: 'held' },
    });
    for (const name of ['undeclared', 'broken', 'misfit']) {
      const failed = hub.bus.request(greet, { name }, callerWith());
      await expect(failed).rejects.toMatchObject({ code: 'internal', message: expect.not.stringContaining('path') });
    }
    await expect(hub.bus.request(greet, { name: '' }, callerWith())).rejects.toMatchObject({
      code: 'input_invalid',
      details: { errors: [{ path: '/name' }] },
    });
  });

  test('A-3 the caller is checked where the data is: nobody, forged, expired, not allowed, not fresh', async () => {
    await using hub = await start(kind);
    const ask = (caller: MaybeCaller) => codeOf(hub.bus.request(greet, { name: 'Ada' }, caller));
    const good = callerWith();
    const forged = signer.sign({ ...good.claims, role: 'owner' }).replace(/\.[^.]+$/, good.statement.slice(-87));

    expect(await ask(withoutCaller(good))).toBe('unauthenticated');
    expect(await ask({ ...good, statement: forged })).toBe('unauthenticated');
    expect(await ask(callerWith({ expiresAt: 1 }))).toBe('unauthenticated');
    expect(await ask(callerWith({ permissions: [] }))).toBe('not_permitted');
    const stale = callerWith({ authenticatedAt: good.claims.issuedAt - 301 });
    expect(await codeOf(hub.bus.request(freshOnly, { name: 'a' }, stale))).toBe('reauthentication_required');
    expect(await codeOf(hub.bus.request(freshOnly, { name: 'a' }, good))).toBe('answered');
  });

  test('F-12 nobody there, a slow reply and an ended caller are typed errors in time', async () => {
    await using hub = await start(kind);
    const started = performance.now();

    expect(await codeOf(hub.bus.request(nobody, { name: 'Ada' }, callerWith()))).toBe('service_unavailable');
    expect(performance.now() - started).toBeLessThan(500);

    const slow = hub.bus.request(greet, { name: 'Ada', waitMs: 1_000 }, callerWith({}, 150));
    expect(await codeOf(slow)).toBe('deadline_exceeded');
    expect(performance.now() - started).toBeLessThan(900);

    const gone = { ...callerWith(), signal: AbortSignal.abort() };
    expect(await codeOf(hub.bus.request(greet, { name: 'Ada' }, gone))).toBe('deadline_exceeded');
  });

  test('an event is heard by every replica and delivered to one, which may refuse it', async () => {
    await using hub = await start(kind);
    const second = await hub.serve();
    heard.length = 0;

    await hub.bus.deliver(greeted, 'gateway', { name: 'one' }, 'a'.repeat(32));
    hub.bus.broadcast(greeted, { name: 'all' }, 'a'.repeat(32));
    await sleep(200);

    expect(heard.filter((one) => one === 'delivered one')).toHaveLength(1);
    expect(heard.filter((one) => one === 'heard all')).toHaveLength(2);
    await expect(hub.bus.deliver(greeted, 'gateway', { name: 'refused' }, 'a'.repeat(32))).rejects.toThrow(HubError);
    await second.close();
  });

  test('F-11 a service that stops answers what it has taken; its replica takes the rest', async () => {
    await using hub = await start(kind);
    const second = await hub.serve();
    const running = Array.from({ length: 10 }, () =>
      hub.bus.request(greet, { name: 'Ada', waitMs: 300 }, callerWith()),
    );
    await sleep(50);

    const closing = second.close();
    const after = await hub.bus.request(greet, { name: 'Bo' }, callerWith());
    await closing;

    expect((await Promise.all(running)).map(({ text }) => text)).toEqual(Array(10).fill('Hello Ada'));
    expect(after.text).toBe('Hello Bo');
  });
});

if (natsAvailable())
  test('F-12 when NATS goes away calls fail fast, and when it is back they succeed by themselves', async () => {
    await using hub = await start('NATS');
    const port = Number(new URL(hub.nats?.url ?? '').port);

    await hub.nats?.stop();
    await sleep(200);
    const started = performance.now();
    expect(await codeOf(hub.bus.request(greet, { name: 'Ada' }, callerWith()))).toBe('service_unavailable');
    expect(performance.now() - started).toBeLessThan(2_000);

    await using _back = await startTestNats({ port });
    await sleep(1_500);
    expect(await codeOf(hub.bus.request(greet, { name: 'Ada' }, callerWith()))).toBe('answered');
  }, 20_000);

if (natsAvailable())
  test('an answer that NATS does not carry is an error at once, and the service lives on', async () => {
    await using hub = await start('NATS');
    const started = performance.now();

    expect(await codeOf(hub.bus.request(greet, { name: 'huge' }, callerWith()))).toBe('internal');
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(await codeOf(hub.bus.request(greet, { name: 'Ada' }, callerWith()))).toBe('answered');
  });
