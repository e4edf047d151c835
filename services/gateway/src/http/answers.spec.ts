import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { getMe, listThreads } from '@switchboard/contracts';
import { startGateway, type TestGateway } from '../testing/start-gateway.ts';

const always = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cross-origin-resource-policy': 'same-origin',
};

function builtPage(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'swb-web-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><head><script src="/assets/a.js"></script></head>');
  writeFileSync(path.join(folder, 'assets/a-1234.js'), 'export {};');
  return folder;
}

/** One raw exchange, for what no client library sends. */
function raw(gateway: TestGateway, text: string): Promise<string> {
  const { port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.once('close', () => resolve(answer));
    socket.once('error', reject);
  });
}

test('G-4 pages, files, API answers and errors all carry the headers, and no policy is unsafe', async () => {
  const web = builtPage();
  await using gateway = await startGateway({ web });
  gateway.bus.answer(listThreads, { items: [] });
  const addresses = ['/', '/connections', '/assets/a-1234.js', '/connected', '/docs', '/nothing.txt', '/health'];
  const paths = [...addresses, '/api/v1/threads', '/api/v1/nothing', '/api/v1/connections/x/proxy/a'];

  for (const address of paths) {
    const { headers } = await gateway.as('ada').get(address);
    expect(headers).toMatchObject(always);
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toContain('unsafe-');
    for (const part of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      'report-uri',
    ])
      expect(policy).toContain(part);
    if (address.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store');
  }
  rmSync(web, { recursive: true });
});

test('G-4 each page gets a nonce of its own, and hashed files live for a year', async () => {
  const web = builtPage();
  await using gateway = await startGateway({ web });

  const [one, other] = [await gateway.nobody().get('/'), await gateway.nobody().get('/runs')];
  const file = await gateway.nobody().get('/assets/a-1234.js');

  const nonce = /nonce="([^"]+)"/.exec(one.text)?.[1] ?? '';
  expect(nonce).toHaveLength(24);
  expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
  expect(other.text).not.toContain(nonce);
  expect(one.headers['cache-control']).toBe('no-store');
  expect(file.headers['cache-control']).toContain('immutable');
  expect((await gateway.nobody().get('/assets/a-9.js')).status).toBe(404);
  expect((await gateway.nobody().get('/..%2f..%2fetc/passwd.txt')).status).toBe(404);
  rmSync(web, { recursive: true });
});

test('G-4 under https the hub asks for https for a year', async () => {
  await using gateway = await startGateway({ settings: { SWB_PUBLIC_URL: 'https://hub.example' } });

  const { headers } = await gateway.nobody().get('/health').set('Host', 'hub.example');

  expect(headers['strict-transport-security']).toContain('max-age=31536000');
});

test('G-4 what a browser reports is taken, bounded, and nothing else is', async () => {
  await using gateway = await startGateway();
  const report = JSON.stringify({ 'csp-report': { 'violated-directive': 'img-src' } });
  const send = (body: string, type: string) =>
    gateway.nobody().post('/csp-report').set('Content-Type', type).send(body);

  expect((await send(report, 'application/csp-report')).status).toBe(204);
  expect((await send('a'.repeat(20_000), 'application/csp-report')).status).toBe(413);
  expect((await send('a', 'text/plain')).status).toBe(415);
});

test('G-9 malformed requests, unknown addresses and broken handlers answer problem documents with a trace', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(getMe, () => {
    throw new TypeError('the secret inner path /srv/x');
  });
  const ada = gateway.as('ada');

  const answers = [
    await ada.get('/api/v1/nothing'),
    await ada.get('/api/v1/threads/%zz'),
    await ada.get('/api/v1/me'),
    await ada.get('/api/v1/threads/not-an-id'),
  ];

  expect(answers.map(({ status }) => status)).toEqual([404, 400, 500, 400]);
  for (const { type, body, text } of answers) {
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ type: expect.stringMatching(/^urn:switchboard:problem:/), title: expect.any(String) });
    expect(body).toMatchObject({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(text).not.toContain('secret inner path');
  }
  expect(answers[2]?.body).toMatchObject({ code: 'internal', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
});

test('a W3C trace id is taken up', async () => {
  await using gateway = await startGateway();
  const traceId = '0af7651916cd43dd8448eb211c80319c';

  const { body } = await gateway.nobody().get('/api/v1/me').set('traceparent', `00-${traceId}-b7ad6b7169203331-01`);

  expect(body).toMatchObject({ code: 'unauthenticated', traceId });
});

test('G-12 undeclared methods answer 405 with what is allowed, TRACE among them', async () => {
  await using gateway = await startGateway();

  const put = await gateway.as('ada').put('/api/v1/threads').send({});
  const trace = await raw(
    gateway,
    'TRACE /api/v1/threads HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n',
  );

  expect(put.status).toBe(405);
  expect(put.headers['allow']?.split(', ').sort()).toEqual(['GET', 'HEAD', 'POST']);
  expect(trace).toMatch(/^HTTP\/1\.1 405 /);
});

test.each([
  ['both lengths', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['two lengths', 'Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd'],
  ['a folded header', 'X-A: b\r\n c: d\r\nContent-Length : 4\r\n\r\nabcd'],
  ['an unknown coding', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
])('G-12 a smuggling form with %s is refused', async (_name, rest) => {
  await using gateway = await startGateway();

  const answer = await raw(gateway, `POST /api/v1/threads HTTP/1.1\r\nHost: localhost:3000\r\n${rest}`);

  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(answer).toContain('application/problem+json');
});

test('F-35 headers of a mebibyte are refused', async () => {
  await using gateway = await startGateway();

  const answer = await raw(
    gateway,
    `GET / HTTP/1.1\r\nHost: localhost:3000\r\nX-A: ${'a'.repeat(1_048_576)}\r\n\r\n`,
  ).catch(() => 'HTTP/1.1 4xx reset');

  expect(answer).toMatch(/^HTTP\/1\.1 4/);
});

test('G-12 forwarded headers count only from a configured proxy', async () => {
  await using open = await startGateway();
  await using behind = await startGateway({ settings: { SWB_TRUSTED_PROXIES: '127.0.0.1' } });
  const forwarded = { 'X-Forwarded-Host': 'evil.example' };

  expect((await open.nobody().get('/api/v1/setup').set(forwarded)).status).toBe(200);
  expect((await behind.nobody().get('/api/v1/setup').set(forwarded)).status).toBe(403);
});
