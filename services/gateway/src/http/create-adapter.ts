import type { Socket } from 'node:net';
import { HubError } from '@switchboard/contracts';
import type { ServiceRuntime } from '@switchboard/nest-kit';
import { asHubError, problemHeaders, problemOf, type ProblemFilter } from '@switchboard/nest-kit/http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { securityHeaders } from './security-headers.ts';

const maxHeaderBytes = 32 * 1024;
const headersTimeoutMs = 10_000;
const keepAliveMs = 65_000;

/** Fastify with limits, and with problem documents even where no route or hook was reached (G-9, G-12). */
export function createAdapter({ settings, ids }: ServiceRuntime, filter: ProblemFilter): FastifyAdapter {
  const proxies = settings.SWB_TRUSTED_PROXIES;
  const headers = securityHeaders(settings);
  return new FastifyAdapter({
    logger: false,
    skipMiddie: true,
    trustProxy: proxies.length > 0 ? proxies : false,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    keepAliveTimeout: keepAliveMs,
    requestTimeout: 0,
    http: { maxHeaderSize: maxHeaderBytes, headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 2_000 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const traceId = ids.traceId();
      request.hub ??= { caller: { traceId, deadlineMs: 0, signal: AbortSignal.abort() } };
      reply.headers(headers).header('x-trace-id', traceId);
      filter.answer(asHubError(error), request, reply);
    },
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => refuse(error, socket, ids.traceId()),
  });
}

const tooLarge = new Set(['HPE_HEADER_OVERFLOW', 'HPE_CHUNK_EXTENSIONS_OVERFLOW']);

/** What is not HTTP gets an answer, and the connection ends. */
function refuse({ code = '' }: NodeJS.ErrnoException, socket: Socket, traceId: string): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const error = refusalOf(code);
  const body = JSON.stringify(problemOf(error, traceId));
  const head = Object.entries({ ...problemHeaders(error), 'content-length': String(Buffer.byteLength(body)) });
  const lines = head.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  socket.end(
    `HTTP/1.1 ${error.status} Refused\r\nconnection: close\r\ncache-control: no-store\r\n${lines}\r\n\r\n${body}`,
  );
}

function refusalOf(code: string): HubError {
  if (tooLarge.has(code)) return new HubError('payload_too_large', 'The headers are too large.');
  const late = code === 'ERR_HTTP_REQUEST_TIMEOUT';
  return new HubError(
    'input_invalid',
    late ? 'The request did not arrive in time.' : 'That is not a valid HTTP request.',
  );
}
