import { expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEgress, type Egress } from './egress.ts';

const secret = { reveal: () => 'canary-7d21-token' };
const providerAt = (...hosts: string[]) => ({ id: 'typed', hosts, personAddress: true });
const verdict = (egress: Egress, host: string, kind: 'request' | 'stream') => {
  const call = { environment: 'live', method: 'GET', url: `${host}/x`, credential: { secret } } as const;
  return egress[kind]({ ...call, provider: providerAt(host) }).then(
    ({ status }) => String(status),
    (error: { kind?: string }) => error.kind ?? String(error),
  );
};

test('E-4 F-39 a host that a person typed is refused at each call where it is not on the public internet', async () => {
  await using listener = await listen();
  let asked = 0;
  await using egress = createEgress({
    resolve: (name, done) => {
      asked++;
      const mixed = name.startsWith('mixed') ? [{ address: '93.184.215.14', family: 4 }] : [];
      done(null, [...mixed, { address: '127.0.0.1', family: 4 }]);
    },
  });
  const hosts = [
    `http://127.0.0.1:${listener.port}`,
    `https://127.0.0.1:${listener.port}`,
    'https://localhost',
    'https://10.1.2.3',
    'https://[::1]',
    'https://169.254.169.254',
    'https://printer.local',
    'https://acme.com:22',
  ];

  for (const host of hosts) {
    expect([host, await verdict(egress, host, 'request')]).toEqual([host, 'refused']);
    expect([host, await verdict(egress, host, 'stream')]).toEqual([host, 'refused']);
  }
  expect(asked).toBe(0);
  for (const kind of ['request', 'stream', 'request'] as const) {
    expect(await verdict(egress, 'https://rebound.acme.com', kind)).toBe('refused');
    expect(await verdict(egress, 'https://mixed.acme.com', kind)).toBe('refused');
  }
  expect(asked).toBeGreaterThanOrEqual(6);
  expect(listener.hits()).toBe(0);
});

test('an origin that the operator lists may be private and plain', async () => {
  await using listener = await listen();
  const host = `http://127.0.0.1:${listener.port}`;
  await using egress = createEgress({ allowPrivate: [host] });

  expect(await verdict(egress, host, 'request')).toBe('200');
  expect(await verdict(egress, host, 'stream')).toBe('200');
  expect(listener.hits()).toBe(2);
});

test('D-3 a typed host opens no other, and a declared provider none that is plain', async () => {
  await using egress = createEgress();
  const call = { environment: 'live', method: 'GET', credential: { secret } } as const;

  await expect(
    egress.request({ ...call, provider: providerAt('https://api.acme.com'), url: 'https://api.other.com/' }),
  ).rejects.toMatchObject({ kind: 'refused' });
  await expect(
    egress.request({ ...call, provider: { id: 'x', hosts: ['http://api.acme.com'] }, url: 'http://api.acme.com/' }),
  ).rejects.toMatchObject({ kind: 'refused' });
});

test('O-6 a label may be open in part', async () => {
  await using egress = createEgress({ originMap: {} });
  const files = { id: 'files', hosts: ['https://uc{any}-dl.files.acme.com'] };
  const message = (url: string) =>
    egress
      .request({ environment: 'sandbox', method: 'GET', provider: files, url })
      .catch((error: Error) => error.message);

  expect(await message('https://uc1a2-dl.files.acme.com/x')).toMatch(/stands in/);
  for (const host of ['uc-dl.files.acme.com', 'x.uc1-dl.files.acme.com', 'uc1-dl.files.acme.com.evil.com'])
    expect(await message(`https://${host}/x`)).toMatch(/not a host of files/);
});

async function listen() {
  let hits = 0;
  const server: Server = createServer((_request, response) => void response.end(String(++hits)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    hits: () => hits,
    [Symbol.asyncDispose]: async () => void server.close().closeAllConnections(),
  };
}
