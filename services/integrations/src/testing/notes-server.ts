import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
}

/** The provider of the test as it behaves: it counts every effect, and can lose its answer after acting. */
export class NotesServer {
  readonly calls: SeenCall[] = [];
  readonly notes: { id: string; text: string; marker?: string }[] = [];
  /** Acts on the next write and then resets the connection. */
  losesNextAnswer = false;
  /** Resets the next write before acting. */
  losesNextRequest = false;
  refusedTokens = new Set<string>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<NotesServer> {
    const notes = new NotesServer();
    notes.server.listen(0, '127.0.0.1');
    await once(notes.server, 'listening');
    return notes;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get writes(): SeenCall[] {
    return this.calls.filter(({ method }) => method !== 'GET');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const authorization = headers.authorization ?? '';
    const body = await text(request);
    this.calls.push({ method, path: url, authorization });
    if (this.refusedTokens.has(authorization)) return send(response, 401, { error: 'expired' });
    if (method === 'GET' && url === '/notes') return send(response, 200, { notes: this.notes });
    if (method === 'DELETE') {
      this.notes.splice(
        this.notes.findIndex(({ id }) => url.endsWith(id)),
        1,
      );
      return void response.writeHead(204).end();
    }
    if (url === '/burn') return send(response, 200, { burnt: true });
    if (this.losesNextRequest) {
      this.losesNextRequest = false;
      return void request.socket.destroy();
    }
    const note = {
      id: `n${this.notes.length + 1}`,
      ...(JSON.parse(body || '{}') as { text: string; marker?: string }),
    };
    this.notes.push(note);
    if (this.losesNextAnswer) {
      this.losesNextAnswer = false;
      return void request.socket.destroy();
    }
    send(response, 200, note);
  }
}

const send = (response: ServerResponse, status: number, value: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
