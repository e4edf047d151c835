import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';

/** How long a body that is on its way may be silent. */
const idleMs = 30_000;

/** The request's body as a stream of any length; a client that falls silent half-way is cut. */
export function uploadOf({ raw }: FastifyRequest): IncomingMessage {
  raw.setTimeout(idleMs, () => raw.destroy());
  raw.once('end', () => raw.setTimeout(0));
  return raw;
}
