import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { defineStream, HubError } from '@switchboard/contracts';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { silentLog } from '../log.ts';
import { callerWith, clock, verifier } from '../testing/greeting.ts';
import { HttpStreamHost, HttpStreams } from './http-streams.ts';
import { InProcessStreams } from './in-process-streams.ts';
import type { StreamHost, Streams } from './streams.ts';

const echo = defineStream({
  subject: 'integrations.bytes.echo',
  callers: ['gateway'],
  permission: 'proxy:use',
  parameters: z.object({ name: z.string().max(64) }),
  errors: ['not_found'],
});
const unheard = defineStream({ ...echo, subject: 'integrations.bytes.nobody' });

interface Pair {
  readonly host: StreamHost;
  clientOf(service: string, secret?: string): Streams;
  [Symbol.asyncDispose](): Promise<void>;
}

async function start(kind: 'in process' | 'over HTTP'): Promise<Pair> {
  if (kind === 'in process') {
    const host = new InProcessStreams(verifier());
    return { host, clientOf: (service) => host.clientOf(service), [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const port = await freePort();
  const host = new HttpStreamHost({ secret: 'between us', verifier: verifier(), clock, log: silentLog() });
  await host.listen(port, '127.0.0.1');
  const origins = { integrations: `http://127.0.0.1:${port}` };
  return {
    host,
    clientOf: (service, secret = 'between us') => new HttpStreams(service, origins, { secret, clock }),
    [Symbol.asyncDispose]: () => host.close(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof HubError ? error.code : String(error)),
  );

describe.each(['in process', 'over HTTP'] as const)('streams %s', (kind) => {
  test('parameters, headers, status and bytes arrive as they were sent, with the caller', async () => {
    await using streams = await start(kind);
    const caller = callerWith();
    let seen: Caller | undefined;
    streams.host.handle(echo, async ({ parameters, headers, body }, from) => {
      seen = from;
      const sent = body ? await text(body) : '';
      return {
        status: 202,
        headers: { 'x-kind': headers['x-kind'] ?? '' },
        body: Readable.from([`${parameters.name}:${sent}`]),
      };
    });

    const request = { parameters: { name: 'naïve ☕' }, headers: { 'x-kind': 'b' }, body: Readable.from(['bytes']) };
    const answer = await streams.clientOf('gateway').open(echo, request, caller);

    expect(answer.status).toBe(202);
    expect(answer.headers['x-kind']).toBe('b');
    expect(JSON.stringify(answer.headers)).not.toContain(caller.statement);
    expect(await text(answer.body as Readable)).toBe('naïve ☕:bytes');
    expect(seen).toMatchObject({ claims: caller.claims, traceId: caller.traceId });
  });

  test('A-3 only declared services open a stream, for a caller who may, with fitting parameters', async () => {
    await using streams = await start(kind);
    streams.host.handle(echo, () => Promise.resolve({ status: 200, headers: {} }));
    const open = (service: string, caller: Caller, name = 'x') =>
      codeOf(streams.clientOf(service).open(echo, { parameters: { name }, headers: {} }, caller));

    expect(await open('gateway', callerWith())).toBe('answered');
    expect(await open('assistant', callerWith())).toBe('not_permitted');
    expect(await open('gateway', callerWith({ permissions: [] }))).toBe('not_permitted');
    expect(await open('gateway', { ...callerWith(), statement: 'swbc1.e30.e30' })).toBe('unauthenticated');
    expect(await open('gateway', callerWith({ expiresAt: 1 }))).toBe('unauthenticated');
    expect(await open('gateway', callerWith(), 'x'.repeat(65))).toBe('input_invalid');
  });

  test('an error before the first byte is its code, and a stream nobody answers is unavailable or refused', async () => {
    await using streams = await start(kind);
    streams.host.handle(echo, () => Promise.reject(new HubError('not_found', 'Gone.', { reason: 'ü' })));
    const opened = streams.clientOf('gateway').open(echo, { parameters: { name: 'x' }, headers: {} }, callerWith());

    await expect(opened).rejects.toMatchObject({ code: 'not_found', message: 'Gone.', details: { reason: 'ü' } });
    const nobody = streams.clientOf('gateway').open(unheard, { parameters: { name: 'x' }, headers: {} }, callerWith());
    expect(['service_unavailable', 'not_permitted']).toContain(await codeOf(nobody));
  });

  test('R-5 a slow reader holds the writer back', async () => {
    await using streams = await start(kind);
    let made = 0;
    streams.host.handle(echo, () => {
      const chunk = Buffer.alloc(64 * 1024);
      async function* endless() {
        for (; made < 512; made += 1) yield await Promise.resolve(chunk);
      }
      return Promise.resolve({ status: 200, headers: {}, body: Readable.from(endless(), { highWaterMark: 2 }) });
    });
    const request = { parameters: { name: 'x' }, headers: {} };
    const answer = await streams.clientOf('gateway').open(echo, request, callerWith({}, 30_000));

    await sleep(300);
    const ahead = made;

    expect(ahead).toBeLessThan(200);
    expect((await buffer(answer.body as Readable)).length).toBe(512 * 64 * 1024);
  });
});

test('G-15 without the services’ own secret nothing is answered', async () => {
  await using streams = await start('over HTTP');
  streams.host.handle(echo, () => Promise.resolve({ status: 200, headers: {} }));

  const opened = streams
    .clientOf('gateway', 'a guess')
    .open(echo, { parameters: { name: 'x' }, headers: {} }, callerWith());

  expect(await codeOf(opened)).toBe('not_permitted');
});

test('a caller who leaves ends the handler behind', async () => {
  await using streams = await start('over HTTP');
  const ended = Promise.withResolvers<void>();
  streams.host.handle(echo, (_request, { signal }) => {
    signal.addEventListener('abort', () => ended.resolve());
    return Promise.resolve({ status: 200, headers: {}, body: new Readable({ read: () => undefined }) });
  });
  const leaving = new AbortController();
  const caller = { ...callerWith(), signal: leaving.signal };
  const answer = await streams.clientOf('gateway').open(echo, { parameters: { name: 'x' }, headers: {} }, caller);
  answer.body?.once('error', () => undefined);

  leaving.abort();

  await ended.promise;
});
