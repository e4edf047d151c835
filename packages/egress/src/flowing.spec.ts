import { expect, test } from '@jest/globals';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEgress, type EgressOptions } from './egress.ts';

const base = {
  provider: { id: 'acme', hosts: ['https://api.acme.com'] },
  environment: 'sandbox',
  url: 'https://api.acme.com/x',
} as const;

async function standIn(listener: RequestListener, limits: EgressOptions['limits'] = {}) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const egress = createEgress({ originMap: { 'https://api.acme.com': url }, limits });
  return {
    egress,
    [Symbol.asyncDispose]: async () => {
      await egress.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function* slowly(pieces: number, everyMs: number) {
  for (let piece = 0; piece < pieces; piece++) {
    await sleep(everyMs);
    yield Buffer.alloc(1_000);
  }
}

test('E-5 an upload may take longer than a call, as long as it moves', async () => {
  await using provider = await standIn(
    (request, response) => {
      let size = 0;
      request.on('data', (chunk: Buffer) => (size += chunk.length)).on('end', () => response.end(String(size)));
    },
    { firstByteMs: 60, totalMs: 120 },
  );

  const answer = await provider.egress.request({ ...base, method: 'PUT', body: slowly(10, 30) });

  expect(answer.text()).toBe('10000');
});

test('E-5 an upload whose answer does not come is cut, and one whose source breaks is not sent again', async () => {
  let requests = 0;
  await using provider = await standIn(
    (request) => {
      requests++;
      request.resume();
    },
    { idleMs: 150 },
  );
  const put = (body: AsyncIterable<Uint8Array>) =>
    provider.egress.request({ ...base, method: 'PUT', idempotent: true, body });
  async function* broken() {
    yield* slowly(2, 1);
    throw new Error('the file is gone');
  }

  await expect(put(slowly(2, 1))).rejects.toMatchObject({ kind: 'timeout', mayHaveArrived: true });
  await expect(put(broken())).rejects.toMatchObject({ kind: 'unavailable', mayHaveArrived: true });
  expect(requests).toBe(2);
});

test('a redirect is answered where the caller wants to see it', async () => {
  await using provider = await standIn((_request, response) =>
    response.writeHead(302, { location: 'https://files.acme.com/signed' }).end(),
  );

  const answer = await provider.egress.request({ ...base, method: 'GET', redirects: 'manual' });

  expect([answer.status, answer.header('location')]).toEqual([302, 'https://files.acme.com/signed']);
  await expect(provider.egress.request({ ...base, method: 'GET' })).rejects.toMatchObject({ kind: 'refused' });
});

test('R-4 a paced stream waits for a short Retry-After of the call before it', async () => {
  let refuse = true;
  await using provider = await standIn((_request, response) => {
    if (refuse) response.writeHead(429, { 'retry-after': '1' }).end();
    else response.end('file');
    refuse = false;
  });
  const get = (paced: boolean) => provider.egress.stream({ ...base, method: 'GET', paced });
  (await get(true)).body.resume();

  await expect(get(false)).rejects.toMatchObject({ kind: 'limited' });
  const answer = await get(true);

  expect(answer.status).toBe(200);
  answer.body.resume();
});
