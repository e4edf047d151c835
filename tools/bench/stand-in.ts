/** A provider that answers at once: what is measured is the hub, not its peer. Prints its address. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const labels = Array.from({ length: 8 }, (_, at) => ({ id: `LABEL_${at}`, name: `Label ${at}`, type: 'system' }));
const read = JSON.stringify({ labels });
const written = JSON.stringify({ id: 'r1', message: { id: 'm1', threadId: 't1' } });

const server = createServer((request, response) => {
  request.resume().once('end', () => {
    const body = request.method === 'GET' ? read : written;
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
setTimeout(() => process.exit(), 900_000);
