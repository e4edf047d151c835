import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createThread, getSetup, listThreads, resolveCaller, rolePermissions } from '@switchboard/contracts';
import {
  InProcessBus,
  InProcessStreams,
  parseSettings,
  type ServiceRuntime,
  silentLog,
  StatementVerifier,
  SystemClock,
  SystemIds,
} from '@switchboard/nest-kit';
import { FakeBus } from '@switchboard/testing';
import { gatewayService } from './gateway.service.ts';
import { createGatewayDatabase } from './testing/gateway-database.ts';
import { hubId, idOf } from './testing/start-gateway.ts';

const thread = {
  id: '01990000-0000-7000-8000-000000000001',
  title: 'A',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

function runtimeOn(databaseUrl: string, bus: FakeBus, settings: Record<string, string> = {}): ServiceRuntime {
  const clock = new SystemClock();
  const { publicKey } = generateKeyPairSync('ed25519');
  const verifier = new StatementVerifier(publicKey.export({ format: 'pem', type: 'spki' }).toString(), clock);
  const streamHost = new InProcessStreams(verifier);
  return {
    settings: parseSettings({ NODE_ENV: 'test', SWB_PORT: '0', ...settings }),
    databaseUrl,
    wire: new InProcessBus().wire(),
    bus,
    streams: streamHost.clientOf('gateway'),
    streamHost,
    verifier,
    clock,
    ids: new SystemIds(),
    log: silentLog(),
    originMap: {},
    sandboxClients: {},
  };
}

function busOf(ada = 'ada'): FakeBus {
  const bus = new FakeBus('gateway');
  const now = Math.floor(new Date().getTime() / 1000);
  const claims = {
    hubId,
    memberId: idOf(ada),
    role: 'member',
    via: 'api_key',
    apiKeyId: idOf('key'),
    permissions: [...rolePermissions.member],
    authenticatedAt: now,
    issuedAt: now,
    expiresAt: now + 60,
  } as const;
  bus.answer(getSetup, { done: true, hubId, hubName: 'Test', signInProviders: [] });
  bus.answer(resolveCaller, { statement: 'of-ada', claims: claims as never });
  bus.answer(listThreads, { items: [] });
  return bus;
}

const keyed = { authorization: 'Bearer swb_x', 'content-type': 'application/json', 'idempotency-key': 'k' };

/** By the name the hub answers to, at the port it really has. */
const call = (url: string, path: string, init: RequestInit = {}) =>
  fetch(new URL(path, url), { ...init, headers: { ...keyed, ...(init.headers as object) } });

test('G-10 on PostgreSQL a repeat to a restarted gateway gets the first answer', async () => {
  await using database = await createGatewayDatabase();
  const bus = busOf();
  let made = 0;
  bus.answer(createThread, () => ({ ...thread, title: `made ${(made += 1)}` }));
  const port = String(20_000 + Math.floor(Math.random() * 10_000));
  const settings = { SWB_PORT: port, SWB_PUBLIC_URL: `http://127.0.0.1:${port}` };

  const first = await gatewayService.start(runtimeOn(database.url, bus, settings));
  const one = await call(first.url, '/api/v1/threads', { method: 'POST', body: '{}' });
  await first.close();
  const second = await gatewayService.start(runtimeOn(database.url, bus, settings));
  const other = await call(second.url, '/api/v1/threads', { method: 'POST', body: '{}' });
  await second.close();

  expect([one.status, other.status]).toEqual([201, 201]);
  expect(await other.json()).toEqual(await one.json());
  expect(other.headers.get('idempotency-replayed')).toBe('true');
  expect(made).toBe(1);
});

test('R-6 a gateway that is told to stop finishes what it has begun, and takes no more', async () => {
  await using database = await createGatewayDatabase();
  const bus = busOf();
  const begun = Promise.withResolvers<void>();
  bus.answer(createThread, async () => {
    begun.resolve();
    await sleep(400);
    return thread;
  });
  const port = String(30_000 + Math.floor(Math.random() * 2_000));
  const settings = { SWB_PORT: port, SWB_PUBLIC_URL: `http://127.0.0.1:${port}` };
  const gateway = await gatewayService.start(runtimeOn(database.url, bus, settings));
  const events = await call(gateway.url, '/api/v1/events');
  const running = call(gateway.url, '/api/v1/threads', { method: 'POST', body: '{}' });
  await begun.promise;

  const started = performance.now();
  const closing = gateway.close();

  expect((await running).status).toBe(201);
  await closing;
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(await events.text()).toContain('ready');
  await expect(call(gateway.url, '/health')).rejects.toThrow();
});
