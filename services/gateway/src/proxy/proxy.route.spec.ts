import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { HubError, proxyCall } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';

const connectionId = '01990000-0000-7000-8000-000000000001';
const base = `/api/v1/connections/${connectionId}/proxy`;

test('method, path and query go through as they came, and status, headers and body come back', async () => {
  await using gateway = await startGateway();
  gateway.streams.answer(proxyCall, async ({ body }) => ({
    status: 418,
    headers: { 'content-type': 'text/html', 'x-provider': 'yes' },
    body: Readable.from([Buffer.from(`got ${await text(body ?? Readable.from([]))}`)]),
  }));

  const path = '/calendar/v3/calendars/a%40b.c%2Fd/events?q=%C3%A9&q=2';
  const response = await gateway
    .as('ada')
    .put(base + path)
    .set('Content-Type', 'text/plain')
    .send('bytes');

  expect(gateway.streams.opened[0]?.parameters).toEqual({ connectionId, method: 'PUT', path });
  expect(response.status).toBe(418);
  expect(response.text).toBe('got bytes');
  expect(response.headers['x-provider']).toBe('yes');
});

test('E-3 what speaks of the caller stays here, and cookies of the provider do not come back', async () => {
  await using gateway = await startGateway();
  gateway.streams.answer(proxyCall, () =>
    Promise.resolve({
      status: 200,
      headers: { 'set-cookie': 'a=b', 'content-security-policy': 'default-src *', 'content-type': 'text/html' },
      body: Readable.from(['<script>alert(1)</script>']),
    }),
  );

  const response = await gateway
    .asKey('bo', ['proxy:use'])
    .get(`${base}/x`)
    .set({
      Cookie: 'a=b',
      Forwarded: 'for=1',
      'X-Forwarded-For': '1.2.3.4',
      Referer: 'http://localhost:3000/x',
      Via: '1.1 a',
    })
    .set({ Accept: 'text/html', 'X-Custom': 'kept' });

  const names = Object.keys(gateway.streams.opened[0]?.headers ?? {});
  expect(names).toEqual(expect.arrayContaining(['accept', 'x-custom']));
  for (const name of [
    'authorization',
    'cookie',
    'host',
    'forwarded',
    'x-forwarded-for',
    'referer',
    'via',
    'connection',
  ])
    expect(names).not.toContain(name);
  expect(response.headers['set-cookie']).toBeUndefined();
  expect(response.headers['content-security-policy']).toContain('sandbox');
  expect(response.headers['content-security-policy']).not.toContain('*');
  expect(response.headers['x-content-type-options']).toBe('nosniff');
});

test('A-4 a foreign connection answers as an unknown one, before any bytes', async () => {
  await using gateway = await startGateway();
  gateway.streams.answer(proxyCall, () => Promise.reject(new HubError('connection_unknown')));
  const ada = gateway.as('ada');

  const foreign = await ada.get(`${base}/x`);
  const malformed = await ada.get('/api/v1/connections/nothing/proxy/x');

  expect(foreign.status).toBe(404);
  expect(malformed.status).toBe(404);
  expect(malformed.body).toEqual({ ...foreign.body, traceId: malformed.body.traceId });
});

test('G-3 a proxied write with a cookie needs our header like any other', async () => {
  await using gateway = await startGateway();

  await gateway.as('ada').post(`${base}/x`).set('Origin', 'https://evil.example').send({}).expect(403);

  expect(gateway.streams.opened).toEqual([]);
});

test('a proxied body of 64 MiB streams both ways with back-pressure', async () => {
  await using gateway = await startGateway();
  let ahead = 0;
  gateway.streams.answer(proxyCall, ({ body }) => {
    const chunk = Buffer.alloc(64 * 1024);
    body?.resume();
    async function* endless() {
      for (let at = 0; at < 1_024; at += 1) {
        ahead += 1;
        yield await Promise.resolve(chunk);
      }
    }
    return Promise.resolve({ status: 200, headers: {}, body: Readable.from(endless(), { highWaterMark: 2 }) });
  });
  gateway.as('ada');
  const headers = { Host: 'localhost:3000', Cookie: gateway.cookieOf('ada') };

  const { read, waited } = await new Promise<{ read: number; waited: number }>((resolve, reject) => {
    const request = httpRequest(`${gateway.url}${base}/x`, { headers }, (response) => {
      void sleep(300).then(async () => {
        const waited = ahead;
        resolve({ waited, read: (await buffer(response)).length });
      }, reject);
    });
    request.once('error', reject).end();
  });

  expect(waited).toBeLessThan(200);
  expect(read).toBe(64 * 1024 * 1024);
});

test('a client that leaves ends the call behind it', async () => {
  await using gateway = await startGateway();
  const aborted = Promise.withResolvers<void>();
  gateway.streams.answer(proxyCall, (_request, { signal }) => {
    signal.addEventListener('abort', () => aborted.resolve());
    return Promise.resolve({ status: 200, headers: {}, body: new Readable({ read: () => undefined }) });
  });
  gateway.as('ada');
  const headers = { Host: 'localhost:3000', Cookie: gateway.cookieOf('ada') };

  const request = httpRequest(`${gateway.url}${base}/x`, { headers }, () => request.destroy());
  request.once('error', () => undefined).end();

  await aborted.promise;
});
