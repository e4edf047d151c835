/** The yardstick: a reverse proxy of Node and undici that does nothing else, `bare-proxy.ts <target origin>`. Prints its address. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

const require = createRequire(new URL('../../packages/egress/package.json', import.meta.url));
const { Pool } = require('undici') as typeof import('undici');
const pool = new Pool(process.argv[2] ?? '', { connections: 64, pipelining: 1 });

const server = createServer((request, response) => {
  const { host: _, connection: __, ...headers } = request.headers;
  const body = request.method === 'GET' ? null : request;
  pool
    .request({ path: request.url ?? '/', method: (request.method ?? 'GET') as 'GET', headers, body })
    .then((answer) => {
      response.writeHead(answer.statusCode, answer.headers as Record<string, string>);
      answer.body.pipe(response);
    })
    .catch(() => response.writeHead(502).end());
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
setTimeout(() => process.exit(), 900_000);
