import { expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createEgress } from './egress.ts';
import { guardSockets } from './guard.ts';

test('E-1 a socket opened outside egress fails, while egress, listed addresses and local sockets work', async () => {
  const server = createServer((_request, response) => response.end('hello'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const refused: string[] = [];
  await using egress = createEgress({ originMap: { 'https://api.acme.com': `http://127.0.0.1:${port}` } });
  const tryIt = (host: string) =>
    new Promise<string>((done) => {
      const socket = connect({ host, port });
      socket.on('connect', () => (socket.destroy(), done('connected')));
      socket.on('error', (error) => done(error.message));
    });

  const release = guardSockets([{ host: 'localhost', port }], (target) => refused.push(target));
  try {
    expect(await tryIt('127.0.0.1')).toMatch(/outside egress/);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    const answer = await egress.request({
      provider: { id: 'acme', hosts: ['https://api.acme.com'] },
      environment: 'sandbox',
      method: 'GET',
      url: 'https://api.acme.com/',
    });
    expect(answer.text()).toBe('hello');
    expect(refused).toEqual([`127.0.0.1:${port}`, `127.0.0.1:${port}`]);
  } finally {
    release();
    server.close().closeAllConnections();
  }
  expect(await tryIt('127.0.0.1')).not.toMatch(/outside egress/);
});
