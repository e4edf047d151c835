import { HubError } from '@switchboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
export const isUnsafe = (method: string): boolean => !safe.has(method);

/**
 * Keeps other sites from acting with a person's cookie (G-3): an unsafe request comes from our own origin and, with a cookie,
 * carries our header. A bearer key is not sent by browsers on their own and is exempt.
 */
export function checkOrigin(request: FastifyRequest, own: string): void {
  if (!isUnsafe(request.method) || request.hub.credential === 'bearer') return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined && origin !== own) throw new HubError('origin_refused');
  if (site !== undefined && site !== 'same-origin') throw new HubError('origin_refused');
  if (request.hub.credential === 'cookie' && request.headers['x-switchboard'] !== '1')
    throw new HubError('origin_refused', 'Send the header X-Switchboard: 1 with a session cookie.');
}

/** Answers for the listed origins only, with a key and never with cookies. */
export function allowOrigin(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): void {
  const { origin } = request.headers;
  if (!origin || !origins.includes(origin)) return;
  reply.headers({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, traceparent',
    'access-control-expose-headers': 'ratelimit, ratelimit-policy, retry-after, x-trace-id, x-run-id',
    'access-control-max-age': '600',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Origin',
  });
}
