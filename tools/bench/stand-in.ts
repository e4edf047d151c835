/** A provider that answers at once: what is measured is the hub, not its peer. Prints its address. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const labels = Array.from({ length: 8 }, (_, at) => ({ id: `LABEL_${at}`, name: `Label ${at}`, type: 'system' }));
const read = JSON.stringify({ labels });
const written = JSON.stringify({ id: 'r1', message: { id: 'm1', threadId: 't1' } });

const piece = Buffer.alloc(64 * 1_024, 'x');

/** As many bytes as asked for, as fast as they are taken. */
function pour(response: ServerResponse, bytes: number): void {
  let left = bytes;
  const more = (): void => {
    while (left > 0) {
      const next = left < piece.length ? piece.subarray(0, left) : piece;
      left -= next.length;
      if (!response.write(next)) return void response.once('drain', more);
    }
    response.end();
  };
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes });
  more();
}

const server = createServer((request, response) => {
  const [, bytes] = /\?bytes=(\d+)/.exec(request.url ?? '') ?? [];
  if (bytes !== undefined) return pour(response, Number(bytes));
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
