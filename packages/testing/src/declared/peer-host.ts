import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeclaredPeer } from './declared-peer.ts';

/** One server for many declared peers, of which one stands in at a time. */
export class PeerHost {
  peer: DeclaredPeer | undefined;
  url = '';
  readonly #server = createServer((request, response) => {
    if (this.peer) void this.peer.handle(request, response);
    else response.writeHead(404).end();
  });

  static async start(): Promise<PeerHost> {
    const host = new PeerHost();
    await new Promise<void>((done) => host.#server.listen(0, '127.0.0.1', done));
    host.url = `http://127.0.0.1:${(host.#server.address() as AddressInfo).port}`;
    return host;
  }

  /** Each origin served under its host. */
  originMap(origins: readonly string[]): Record<string, string> {
    return Object.fromEntries(origins.map((origin) => [origin, `${this.url}/${new URL(origin).host}`]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
