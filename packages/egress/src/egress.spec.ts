import { afterAll, expect, test } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createEgress, type EgressOptions } from './egress.ts';
import { EgressError } from './egress-error.ts';

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

test('D-3 a declared address reaches its stand-in with path, query, body and credential, and the answer is checked', async () => {
  const seen: unknown[] = [];
  await using egress = await standIn((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method, url: request.url, authorization: request.headers.authorization, body });
      response.setHeader('content-type', 'application/json').end('{"id":7}');
    });
  });

  const answer = await egress.request({
    ...base,
    url: 'https://api.acme.com/v1/things?a=1&b=%20',
    method: 'POST',
    headers: { 'content-type': 'application/json', Authorization: 'Bearer smuggled' },
    body: '{"name":"x"}',
    credential: { secret },
  });

  expect(answer.json(z.object({ id: z.number() }))).toEqual({ id: 7 });
  expect(() => answer.json(z.object({ id: z.string() }))).toThrow(/not as declared at id/);
  expect(seen).toEqual([
    {
      method: 'POST',
      url: '/api.acme.com/v1/things?a=1&b=%20',
      authorization: `Bearer ${canary}`,
      body: '{"name":"x"}',
    },
  ]);
});

test('D-3 E-2 a credential goes to no other host, scheme, port or userinfo, and nothing is sent there', async () => {
  let hits = 0;
  const other = await serve((_request, response) => response.end(String(++hits)));
  await using egress = await standIn((_request, response) => response.end(String(++hits)));
  const addresses = [
    other,
    'https://evil.com/',
    'http://api.acme.com/',
    'https://api.acme.com:8443/',
    'https://api.acme.com.evil.com/',
    'https://api.acme.com@evil.com/',
    'https://user:pw@api.acme.com/',
    'https://xapi.acme.com/',
    'https://acme.com/',
    'https://api.acme.com\\@evil.com/x',
    '//api.acme.com/',
    'file:///etc/passwd',
    'not an address',
  ];

  for (const url of addresses) {
    const call = { ...base, url, credential: { secret } };
    if (url.includes('\\')) {
      await egress.request(call).catch(() => undefined);
      continue;
    }
    await expect(egress.request(call)).rejects.toMatchObject({ kind: 'refused', mayHaveArrived: false });
    await expect(egress.stream(call)).rejects.toMatchObject({ kind: 'refused' });
  }

  expect(hits).toBeLessThanOrEqual(1);
});

test('D-3 a live credential never reaches a stand-in, and a sandbox one never the official host', async () => {
  let hits = 0;
  await using egress = await standIn((_request, response) => response.end(String(++hits)), {
    resolve: (_name, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  });
  const unmapped = { id: 'other', hosts: ['https://api.other.com'] };

  await expect(
    egress.request({ ...base, environment: 'live', url: 'https://api.acme.com/', credential: { secret } }),
  ).rejects.toMatchObject({ kind: 'refused', mayHaveArrived: false });
  await expect(
    egress.request({ ...base, provider: unmapped, url: 'https://api.other.com/', credential: { secret } }),
  ).rejects.toMatchObject({ kind: 'refused' });
  expect(hits).toBe(0);
});

test('D-3 production takes no origin map', () => {
  expect(() => createEgress({ production: true, originMap: { 'https://api.acme.com': 'http://127.0.0.1:1' } })).toThrow(
    EgressError,
  );
  expect(() => createEgress({ originMap: { 'https://api.acme.com/x': 'http://127.0.0.1:1' } })).toThrow(
    /not an origin/,
  );
  expect(() => createEgress({ production: true })).not.toThrow();
});

test('O-6 a host with an open label takes exactly one plain label', async () => {
  const shop = { id: 'shop', hosts: ['https://{shop}.myshopify.com'] };
  await using egress = createEgress({ originMap: {} });
  const verdict = (url: string) =>
    egress.request({ ...base, provider: shop, url }).catch((error: EgressError) => error.message);

  expect(await verdict('https://my-shop.myshopify.com/x')).toMatch(/stands in/);
  for (const host of [
    'a.b.myshopify.com',
    'myshopify.com',
    '-a.myshopify.com',
    'a.myshopify.com.evil.com',
    'a_b.myshopify.com',
  ]) {
    expect(await verdict(`https://${host}/x`)).toMatch(/not a host of shop/);
  }
});
