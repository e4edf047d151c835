import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { OriginHandler, SandboxAnswer, SandboxRequest } from './kit/exchange.ts';
import { faultAnswer, type ErrorBody, type Fault, type Faults } from './kit/faults.ts';
import type { RequestLog } from './kit/request-log.ts';
import type { Store } from './kit/store.ts';
import { json } from './kit/exchange.ts';

const bodyLimit = 160 * 1024 * 1024;

interface Served {
  readonly origin: string;
  readonly handle: OriginHandler;
  readonly errorBody: ErrorBody;
}

export interface ServerParts {
  readonly origins: ReadonlyMap<string, Served>;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly store: Store;
  readonly clock: () => number;
  /** Laid over the headers of every page a provider shows, as tests ask. */
  readonly pageHeaders: ReadonlyMap<string, string>;
  /** Answers what is not under an official host's prefix: the control interface and the human page. */
  readonly own: OriginHandler;
}

/** The one door of the sandbox: the first path segment names the official host, the rest is that host's path. */
export function createServer(parts: ServerParts): FastifyInstance {
  const app = fastify({ bodyLimit, forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: false } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.all('/*', (request, reply) => answer(parts, request, reply));
  return app;
}

async function answer(parts: ServerParts, raw: FastifyRequest, reply: FastifyReply): Promise<void> {
  const url = new URL(raw.url, 'http://sandbox.invalid');
  const [, host = '', rest = ''] = /^\/([^/]*)(\/.*)?$/.exec(url.pathname) ?? [];
  const served = parts.origins.get(host);
  const request: SandboxRequest = {
    method: raw.method,
    origin: served?.origin ?? 'http://sandbox.invalid',
    base: served ? `/${host}` : '',
    path: served ? rest || '/' : url.pathname,
    query: url.searchParams,
    headers: raw.headers,
    body: Buffer.isBuffer(raw.body) ? raw.body : Buffer.alloc(0),
  };
  reply.hijack();
  if (!served) return send(reply, await guarded(parts.own, request), undefined);

  const began = parts.clock();
  const entry = parts.log.begin(request);
  const fault = parts.faults.take(request);
  const result = await withFault(parts, fault, served, request);
  entry.status = result === 'reset' ? 'reset' : result.status;
  entry.durationMs = parts.clock() - began;
  if (result === 'reset') {
    reply.raw.destroy();
    return;
  }
  const isPage = result.headers?.['content-type']?.startsWith('text/html') ?? false;
  const headers = isPage ? { ...result.headers, ...Object.fromEntries(parts.pageHeaders) } : result.headers;
  await send(reply, { ...result, ...(headers && { headers }) }, fault);
}

async function withFault(
  parts: ServerParts,
  fault: Fault | undefined,
  { handle, errorBody }: Served,
  request: SandboxRequest,
): Promise<SandboxAnswer | 'reset'> {
  if (fault?.kind === 'delay') await pause(fault.ms);
  const hidden =
    fault?.kind === 'reset' || fault?.kind === 'status' || fault?.kind === 'retryAfter' || fault?.kind === 'garbage';
  const real = hidden && !fault.after ? undefined : await guarded(handle, request);
  if (real && request.method !== 'GET') parts.store.changed();
  if (fault?.kind === 'reset') return 'reset';
  if (fault?.kind === 'status' || fault?.kind === 'retryAfter') return faultAnswer(fault, errorBody);
  if (fault?.kind === 'garbage')
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '<!doctype html>\u0000{"id":' };
  return real!;
}

async function guarded(handle: OriginHandler, request: SandboxRequest): Promise<SandboxAnswer> {
  try {
    return await handle(request);
  } catch (error) {
    const message = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${JSON.stringify({ event: 'sandbox.error', path: request.path, message })}\n`);
    return json(500, { error: { code: 500, message: 'The sandbox itself failed.', status: 'INTERNAL' } });
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function send(reply: FastifyReply, result: SandboxAnswer, fault: Fault | undefined): Promise<void> {
  const body = Buffer.isBuffer(result.body) ? result.body : Buffer.from(result.body ?? '');
  const headers: Record<string, string | number> = { 'x-content-type-options': 'nosniff', ...result.headers };
  if (result.status !== 204 && result.status !== 304) headers['content-length'] = body.length;
  reply.raw.writeHead(result.status, headers);
  if (fault?.kind === 'truncate') {
    reply.raw.write(body.subarray(0, Math.floor(body.length / 2)), () => reply.raw.destroy());
    return;
  }
  if (fault?.kind === 'slow') {
    const step = Math.max(1, Math.ceil(body.length / 20));
    for (let at = 0; at < body.length && !reply.raw.destroyed; at += step) {
      reply.raw.write(body.subarray(at, at + step));
      await pause(fault.ms / 20);
    }
    reply.raw.end();
    return;
  }
  reply.raw.end(body);
}
