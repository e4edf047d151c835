import { expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { CallerClaims, Connection } from '@switchboard/contracts';
import { type Caller, type StreamAnswer, type StreamHandler, SystemClock, SystemIds } from '@switchboard/nest-kit';
import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { CatalogService } from '../catalog/catalog.service.ts';
import type { ReadLog } from '../runs/read-log.ts';
import type { RunEntity } from '../runs/run.entity.ts';
import { providerWith, startOutbound } from '../testing/outbound-bench.ts';
import { ProxyStreams } from './proxy.streams.ts';

const canary = 'canary-7d21-token';
type Call = { method?: string; path: string; host?: string; headers?: Record<string, string>; body?: string };

async function start(provider: ProviderDeclaration, options: Parameters<typeof startOutbound>[0] = {}, settings = {}) {
  const bench = await startOutbound(options);
  const rows: RunEntity[] = [];
  let handler: StreamHandler | undefined;
  const host = { handle: (_stream: unknown, given: StreamHandler) => (handler = given) } as never;
  const reads = { add: (row: RunEntity) => rows.push(row) } as unknown as ReadLog;
  const credentials = {
    ...bench.credentials,
    issue: () => Promise.resolve(bench.issue({ settings } as Partial<Connection>)),
  };
  new ProxyStreams(
    host,
    new CatalogService([provider]),
    credentials as never,
    bench.outbound,
    bench.egress,
    reads,
    new SystemClock(),
    new SystemIds(),
  ).onModuleInit();
  const caller = {
    claims: {
      permissions: ['proxy:use', 'actions:write'],
      hubId: 'h',
      memberId: 'm',
      via: 'session',
    } as unknown as CallerClaims,
    traceId: 't',
    signal: new AbortController().signal,
  } as Caller;
  const call = ({ method = 'GET', path, host: named, headers = {}, body }: Call): Promise<StreamAnswer> => {
    const parameters = { connectionId: 'c1', method, path, host: named };
    return handler!({ parameters, headers, ...(body && { body: Readable.from([body]) }) } as never, caller);
  };
  return { ...bench, rows, call, [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose]() };
}

test.each([
  [{ in: 'path', prefix: '/bot', after: ['/file'] }, '/file/photos/1.jpg?a=1', `/file/bot${canary}/photos/1.jpg?a=1`],
  [{ in: 'query', name: 'key' }, '/maps?key=mine&a=1', `/maps?a=1&key=${canary}`],
] as const)(
  'D-3 a proxied call has the credential where the method’s %j says, and no row shows it',
  async (use, path, url) => {
    await using proxy = await start(providerWith(use));

    const answer = await proxy.call({ path });
    await text(answer.body!);

    expect(proxy.heard[0]).toMatchObject({ url });
    expect(JSON.stringify(proxy.rows)).not.toContain(canary);
    expect(proxy.rows[0]).toMatchObject({ action: 'notes.proxy', status: 'succeeded', input: { method: 'GET' } });
  },
);

test('a proxied call goes to the base URL of the connection, with the declared headers unless the caller sends their own', async () => {
  const api = {
    baseUrl: 'https://{shop}.notes.example/v1',
    hosts: ['https://{shop}.notes.example'],
    headers: { 'Notes-Version': '7', accept: 'text/x' },
  };
  const origins = ['https://ada.notes.example'];
  await using proxy = await start(providerWith({ in: 'basic', user: 'ada' }, { api }), { origins }, { shop: 'ada' });

  await text((await proxy.call({ method: 'POST', path: '/x', headers: { accept: 'text/y' }, body: 'hello' })).body!);

  expect(proxy.heard[0]).toMatchObject({
    url: '/v1/x',
    body: 'hello',
    headers: {
      'notes-version': '7',
      accept: 'text/y',
      authorization: `Basic ${Buffer.from(`ada:${canary}`).toString('base64')}`,
    },
  });
  await expect(proxy.call({ path: '/x', host: 'eve.notes.example' })).rejects.toMatchObject({ code: 'egress_refused' });
});

test('V-11 an address that the provider leads to holds no credential', async () => {
  const answer = (
    { url }: { url: string },
    response: { writeHead(status: number, headers: object): { end(): void } },
  ) => response.writeHead(302, { location: `https://api.notes.example${url}/` }).end();
  await using proxy = await start(providerWith({ in: 'path', prefix: '/bot' }), { answer: answer as never });

  const { status, headers, body } = await proxy.call({ path: '/x' });
  body!.resume();

  expect([status, headers['location']]).toEqual([302, 'https://api.notes.example/bot[secret]/x/']);
});

test('V-11 V-12 what a provider repeats of the credential in headers or text does not come back, packed or not', async () => {
  const said = JSON.stringify({ token: canary, encoded: encodeURIComponent(canary), note: 'kept' });
  const answer = ({ url }: { url: string }, response: ServerResponse) =>
    url === '/packed'
      ? response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(said))
      : response
          .writeHead(200, {
            'content-type': 'application/json',
            'content-length': said.length,
            'x-echo': `a ${canary}`,
          })
          .end(said);
  await using proxy = await start(providerWith({ in: 'header', name: 'x-key' }), { answer: answer as never });

  for (const path of ['/plain', '/packed']) {
    const { headers, body } = await proxy.call({ path });
    const read = await text(body!);

    expect(JSON.stringify(headers) + read).not.toContain(canary);
    expect(JSON.parse(read)).toMatchObject({ token: expect.stringMatching(/^\*+$/), note: 'kept' });
    expect(read).toHaveLength(Number(headers['content-length'] ?? said.length));
    expect(headers['content-encoding']).toBeUndefined();
  }
  expect(proxy.heard[0]?.headers['accept-encoding']).toBe('identity');
});

test('bytes that are no text pass through as they are', async () => {
  const bytes = Buffer.from(`\u0000${canary}`);
  const answer = (_: unknown, response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
  await using proxy = await start(providerWith({ in: 'header', name: 'x-key' }), { answer: answer as never });

  expect(await text((await proxy.call({ path: '/file' })).body!)).toBe(bytes.toString());
});

test('a key that the provider refuses is tried once, and the refusal is handed on', async () => {
  const answer = (_heard: unknown, response: { statusCode: number; end(text: string): void }) => {
    response.statusCode = 401;
    response.end('wrong key');
  };
  await using proxy = await start(providerWith({ in: 'header', name: 'x-key' }), { answer: answer as never });

  const { status, body } = await proxy.call({ path: '/x' });

  expect([status, await text(body!)]).toEqual([401, 'wrong key']);
  expect(proxy.heard).toHaveLength(1);
  expect(proxy.rows[0]).toMatchObject({ status: 'failed', output: { status: 401 } });
});
