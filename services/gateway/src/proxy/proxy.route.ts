import {
  ConnectionId,
  HubError,
  type ParametersOf,
  proxyCall,
  proxyHostHeader,
  proxyPath,
} from '@switchboard/contracts';
import { type Caller, requirePermission, type StreamHeaders, type Streams } from '@switchboard/nest-kit';
import { sendStreamed, Streamed } from '@switchboard/nest-kit/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sandboxPolicy } from '../http/security-headers.ts';
import { uploadOf } from '../http/upload.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const served = { permission: proxyCall.permission, streams: 'both', path: proxyPath } as const;
const start = /^\/api\/v1\/connections\/[^/?]+\/proxy(?=\/)/;

/** Never passed on to a provider: what speaks of the caller, of this hop, or of us (E-3). */
const kept = new Set([
  'authorization',
  'cookie',
  'host',
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'forwarded',
  'via',
  'origin',
  'referer',
  'traceparent',
  'tracestate',
  'idempotency-key',
  'x-switchboard',
  'x-real-ip',
  proxyHostHeader,
]);
const keptPrefix = /^(?:x-forwarded-|sec-|proxy-|x-swb-)/;
/** Never passed back: cookies of the provider, and what belongs to its own hop. */
const dropped = new Set(['set-cookie', 'connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'trailer']);

/** Raw calls on a provider's API. Beside Nest, because it is the shortest path through the hub; the hooks are the same. */
export function serveProxy(fastify: FastifyInstance, streams: Streams): void {
  fastify.route({
    method: [...methods],
    url: proxyPath,
    exposeHeadRoute: false,
    config: { hub: served },
    handler: (request, reply) => pass(request, reply, streams),
  });
}

async function pass(request: FastifyRequest, reply: FastifyReply, streams: Streams): Promise<void> {
  const caller = request.hub.caller as Caller;
  requirePermission(proxyCall, caller);
  const body = hasBody(request) ? uploadOf(request) : undefined;
  const sent = { parameters: parametersOf(request), headers: without(request.headers, isKept), body };
  const answer = await streams.open(proxyCall, sent, caller);
  reply.header('content-security-policy', sandboxPolicy);
  return sendStreamed(reply, new Streamed(answer.status, without(answer.headers, isDropped), answer.body));
}

function parametersOf({ params, raw, method, headers }: FastifyRequest): ParametersOf<typeof proxyCall> {
  const connectionId = ConnectionId.safeParse((params as Record<string, unknown>)['connectionId']);
  if (!connectionId.success) throw new HubError('connection_unknown');
  const host = headers[proxyHostHeader];
  return {
    connectionId: connectionId.data,
    method: method as (typeof methods)[number],
    path: (raw.url ?? '').replace(start, ''),
    ...(typeof host === 'string' ? { host } : {}),
  };
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const isKept = (name: string): boolean => kept.has(name) || keptPrefix.test(name);
const isDropped = (name: string): boolean => dropped.has(name);

function without(headers: Readonly<Record<string, string | string[] | undefined>>, drop: (name: string) => boolean) {
  const left: Record<string, string | string[]> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && !drop(name)) left[name] = value;
  }
  return left as StreamHeaders;
}
