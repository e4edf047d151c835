import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { selfSigned } from './self-signed.ts';

/** What the provider does wrong (F-22 to F-27). */
export type Fault =
  | 'no-first-byte'
  | 'trickle'
  | '429'
  | '500'
  | '503'
  | 'html'
  | 'truncated-json'
  | 'wrong-length'
  | 'reset-mid-body'
  | 'not-gzip'
  | 'gzip-bomb'
  | 'huge-body'
  | 'huge-headers'
  | 'not-http'
  | 'redirect-loop'
  | 'redirect-elsewhere'
  | 'write-then-reset';

const json = { 'content-type': 'application/json' };

/** A provider that counts what it did, and fails in the way that is switched on; it does its work first. */
export class FaultyProvider {
  fault: Fault | undefined;
  /** Applies the fault to this many requests, then behaves. */
  times = Number.POSITIVE_INFINITY;
  /** For `429` and `503`. */
  retryAfter: string | undefined;
  /** Where `redirect-elsewhere` leads. */
  elsewhere = 'https://elsewhere.test/';
  /** Unsafe requests that were carried out. */
  effects = 0;
  readonly requests: {
    readonly method: string;
    readonly path: string;
    readonly authorization: string | undefined;
    readonly atMs: number;
  }[] = [];
  url = '';
  readonly #server: Server = createServer((request, response) => this.#serve(request, response));

  static async start(): Promise<FaultyProvider> {
    const provider = new FaultyProvider();
    provider.url = `http://127.0.0.1:${await listen(provider.#server)}`;
    return provider;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url: path = '', headers } = request;
    this.requests.push({ method, path, authorization: headers.authorization, atMs: performance.now() });
    request.resume().on('end', () => {
      const refuses = this.fault === '429' || this.fault === '500' || this.fault === '503';
      const faulty = this.fault !== undefined && this.times-- > 0;
      if (method !== 'GET' && !(faulty && refuses)) this.effects++;
      if (faulty) this.#fail(this.fault!, request, response);
      else response.writeHead(200, json).end(JSON.stringify({ ok: true, effects: this.effects }));
    });
  }

  #fail(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
    const retry = this.retryAfter === undefined ? {} : { 'retry-after': this.retryAfter };
    const faults: Record<Fault, () => void> = {
      'no-first-byte': () => {},
      trickle: () => {
        response.writeHead(200, json);
        response.write(' ');
        const drip = setInterval(() => response.write(' '), 1_000).unref();
        response.on('close', () => clearInterval(drip));
      },
      '429': () => response.writeHead(429, { ...json, ...retry }).end('{"error":"slow down"}'),
      '500': () => response.writeHead(500, json).end('{"error":"broken"}'),
      '503': () => response.writeHead(503, { ...json, ...retry }).end('{"error":"busy"}'),
      html: () => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>'),
      'truncated-json': () => response.writeHead(200, json).end('{"ok":tr'),
      'wrong-length': () => {
        response.socket?.end(
          'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"ok":true}',
        );
      },
      'reset-mid-body': () => {
        response.writeHead(200, { ...json, 'content-length': '100000' }).write('{"ok":');
        setTimeout(() => response.socket?.resetAndDestroy(), 20);
      },
      'not-gzip': () => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end('{"ok":true}'),
      'gzip-bomb': () => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb()),
      'huge-body': () => {
        response.writeHead(200, json);
        const chunk = Buffer.alloc(262_144, 32);
        const pour = (): void => {
          while (!response.destroyed && response.write(chunk));
          if (!response.destroyed) response.once('drain', pour);
        };
        pour();
      },
      'huge-headers': () => response.writeHead(200, { ...json, 'x-pad': 'x'.repeat(60_000) }).end('{}'),
      'not-http': () => response.socket?.write('SSH-2.0-OpenSSH_9.6\r\n'),
      'redirect-loop': () => response.writeHead(302, { location: request.url ?? '/' }).end(),
      'redirect-elsewhere': () => response.writeHead(302, { location: this.elsewhere }).end(),
      'write-then-reset': () => response.socket?.resetAndDestroy(),
    };
    faults[fault]();
  }
}

/** Listens with a certificate nobody signed; counts what came through. */
export async function startUntrustedTls(): Promise<{ url: string; requests: () => number } & AsyncDisposable> {
  let requests = 0;
  const server = createTlsServer(selfSigned(), (_request, response) => void response.end(String(++requests)));
  const port = await listen(server);
  return disposable(server, { url: `https://127.0.0.1:${port}`, requests: () => requests });
}

/** Accepts connections and never says a word, so that TLS never comes about. */
export async function startSilence(): Promise<{ url: string; connections: () => number } & AsyncDisposable> {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => void sockets.push(socket.on('error', () => {})));
  const port = await listen(server);
  return disposable(server, { url: `https://127.0.0.1:${port}`, connections: () => sockets.length }, () =>
    sockets.forEach((socket) => socket.destroy()),
  );
}

let packed: Buffer | undefined;
const bomb = (): Buffer => (packed ??= gzipSync(Buffer.alloc(200 * 1_024 * 1_024)));

async function listen(server: Server | TcpServer): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

function disposable<T>(server: Server | TcpServer, value: T, before: () => void = () => {}): T & AsyncDisposable {
  const dispose: AsyncDisposable = {
    async [Symbol.asyncDispose]() {
      before();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return Object.assign(value as T & object, dispose);
}
