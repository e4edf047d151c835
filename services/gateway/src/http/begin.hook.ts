import { HubError } from '@switchboard/contracts';
import type { Clock, Ids } from '@switchboard/nest-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Crowd } from './crowd.ts';

const callMs = 70_000;
const streamMs = 3_600_000;
const traceparent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Opens the exchange: trace (W3C `traceparent` is taken up), deadline, end when the client goes, headers of every answer. */
export const beginExchange =
  (clock: Clock, ids: Ids, headers: Readonly<Record<string, string>>, crowd = new Crowd()) =>
  (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    const traceId = traceparent.exec(String(request.headers['traceparent'] ?? ''))?.[1] ?? ids.traceId();
    const { streams, mayTakeMs = callMs } = request.routeOptions.config?.hub ?? {};
    const deadlineMs = clock.monotonicMs() + (streams ? streamMs : mayTakeMs);
    request.hub = { caller: { traceId, deadlineMs, signal: gone.signal } };
    reply.headers(headers).header('x-trace-id', traceId);
    if (!request.raw.url?.startsWith('/')) throw new HubError('input_invalid', 'The address is not right.');
    crowd.enter(request, reply);
    done();
  };
