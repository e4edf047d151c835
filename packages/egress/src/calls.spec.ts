import { afterAll, expect, test } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEgress, type EgressOptions } from './egress.ts';

const canary = 'canary-7d21-token';
const secret = { reveal: () => canary };
const provider = { id: 'acme', hosts: ['https://api.acme.com', 'https://files.acme.com'] };
const base = { provider, environment: 'sandbox', method: 'GET' } as const;

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function standIn(listener: RequestListener, options: EgressOptions = {}) {
  const url = await serve(listener);
  return createEgress({
    originMap: { 'https://api.acme.com': `${url}/api.acme.com`, 'https://files.acme.com': `${url}/files.acme.com` },
    random: () => 0.01,
    ...options,
  });
}

test('E-2 F-26 a redirect elsewhere or in circles stops, and no credential arrives there', async () => {
  const arrived: unknown[] = [];
  const evil = await serve((request, response) => {
    arrived.push(request.headers);
    response.end();
  });
  await using egress = await standIn((request, response) => {
    if (request.url?.endsWith('/away')) response.writeHead(302, { location: `${evil}/steal` }).end();
    else if (request.url?.endsWith('/loop')) response.writeHead(307, { location: 'https://api.acme.com/loop' }).end();
    else if (request.url?.endsWith('/moved'))
      response.writeHead(301, { location: 'https://files.acme.com/here' }).end();
    else response.end(`${request.url} ${request.headers.authorization}`);
  });
  const get = (path: string, redirects: 'none' | 'same-provider') =>
    egress.request({ ...base, url: `https://api.acme.com${path}`, redirects, credential: { secret } });

  await expect(get('/away', 'none')).rejects.toMatchObject({ kind: 'refused' });
  await expect(get('/away', 'same-provider')).rejects.toMatchObject({ kind: 'refused' });
  await expect(get('/loop', 'same-provider')).rejects.toMatchObject({ kind: 'refused' });
  expect((await get('/moved', 'same-provider')).text()).toBe(`/files.acme.com/here Bearer ${canary}`);
  expect(arrived).toEqual([]);
});

test('a credential is put where the provider wants it', async () => {
  await using egress = await standIn((request, response) =>
    response.end(JSON.stringify([request.url, request.headers['x-key'], request.headers.authorization])),
  );
  const get = async (place: { in: 'header' | 'query'; name: string; prefix?: string }, url: string) =>
    (await egress.request({ ...base, url, credential: { place, secret } })).tryJson();

  expect(await get({ in: 'header', name: 'X-Key' }, 'https://api.acme.com/a')).toEqual([
    '/api.acme.com/a',
    canary,
    null,
  ]);
  expect(await get({ in: 'query', name: 'key' }, 'https://api.acme.com/a?b=c')).toEqual([
    `/api.acme.com/a?b=c&key=${canary}`,
    null,
    null,
  ]);
});

test('a stream hands both bodies on as they come, with redirects and encodings untouched', async () => {
  await using egress = await standIn((request, response) => {
    response.writeHead(206, { 'content-range': 'bytes 0-1/2', 'x-auth': String(request.headers.authorization) });
    request.pipe(response);
  });
  const { Readable } = await import('node:stream');

  const answer = await egress.stream({
    ...base,
    method: 'PUT',
    url: 'https://files.acme.com/big',
    body: Readable.from([Buffer.alloc(700_000, 1), Buffer.alloc(700_000, 2)]),
    credential: { secret },
  });

  let size = 0;
  for await (const chunk of answer.body as AsyncIterable<Buffer>) size += chunk.length;
  expect(size).toBe(1_400_000);
  expect(answer.status).toBe(206);
  expect(answer.headers['x-auth']).toBe(`Bearer ${canary}`);
});

test('what is reported of a call holds no path, header or body', async () => {
  const reports: unknown[] = [];
  await using egress = await standIn((_request, response) => response.writeHead(404).end('no'), {
    onRequest: (report) => reports.push(report),
  });

  await egress.request({ ...base, url: `https://api.acme.com/x?q=${canary}`, credential: { secret } });

  expect(reports).toMatchObject([
    { provider: 'acme', environment: 'sandbox', method: 'GET', status: 404, attempts: 1 },
  ]);
  expect(JSON.stringify(reports)).not.toContain('canary');
});
