import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { StreamHeaders } from '../streams/streams.ts';

/** An answer that passes through as it comes, never held in memory. */
export class Streamed {
  constructor(
    readonly status: number,
    readonly headers: StreamHeaders,
    readonly body?: Readable,
  ) {}
}

/** A stream that has nothing to say yet still answers after this long; before it, head and bytes leave together. */
const headAloneMs = 20;

/** Sends head and bytes with the reply's own headers on top; ends the source when the client goes. */
export function sendStreamed(reply: FastifyReply, { status, headers, body }: Streamed): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(status, { ...headers, ...(reply.getHeaders() as Record<string, string | string[]>) });
  if (!body || raw.req.method === 'HEAD') {
    body?.destroy();
    raw.end();
    return;
  }
  setTimeout(() => raw.flushHeaders(), headAloneMs).unref();
  // A broken stream cannot be told in an answer that has begun: the connection is cut, which every client notices.
  body.once('error', () => raw.destroy());
  body.once('close', () => (body.readableEnded ? undefined : raw.destroy()));
  raw.once('close', () => body.destroy());
  body.pipe(raw);
}
