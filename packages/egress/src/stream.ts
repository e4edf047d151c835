import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { userAgent } from './attempt.ts';
import { gateKey, type EgressStreamAnswer, type EgressStreamRequest, type Shared } from './call.ts';
import { placeCredential, type RequestHeaders } from './credential.ts';
import { asEgressError, EgressError } from './egress-error.ts';
import { holdBack } from './request.ts';
import { retryAfterSeconds } from './retry.ts';

/**
 * Sends once and hands the answer on as it arrives: no size limit, 30 s of standing still, no retry, redirects handed on.
 * `headers` may be changed: the credential is put in.
 */
export async function stream(shared: Shared, request: EgressStreamRequest): Promise<EgressStreamAnswer> {
  const { pool, host, prefix, path } = shared.routes.find(request.provider, request.environment, request.url);
  const key = gateKey(request);
  const started = shared.report && shared.clock.monotonicMs();
  if (request.paced) await holdBack(shared, request, key, shared.clock.monotonicMs() + shared.limits.totalMs);
  shared.gate.enter(key);
  try {
    const headers = (request.headers ?? {}) as RequestHeaders;
    headers['user-agent'] ??= userAgent;
    const answer = await pool.request({
      path: prefix + placeCredential(request.credential, headers, path),
      method: request.method as Dispatcher.HttpMethod,
      headers,
      body: (request.body ?? null) as Readable | string | null,
      signal: request.signal ?? null,
    });
    const status = answer.statusCode;
    shared.gate.leave(key, status >= 500);
    if (status === 429 || status === 503) {
      shared.gate.cool(key, retryAfterSeconds(answer.headers['retry-after'], shared.clock.now().getTime()) ?? 0);
    }
    if (started !== undefined) report(shared, request, started, { status });
    return { status, headers: answer.headers, body: answer.body };
  } catch (cause) {
    const error = asEgressError(cause, host);
    if (error.kind === 'aborted' || error.kind === 'refused') shared.gate.abandon(key);
    else shared.gate.leave(key, true);
    if (started !== undefined) report(shared, request, started, { error: error.kind });
    throw error;
  }
}

/** Ends an answer's body unread; undici tells of that as an error, which nobody waits for. */
export const discard = (body: Readable): void => void body.once('error', () => undefined).destroy();

function report(
  shared: Shared,
  { provider, environment, method }: EgressStreamRequest,
  started: number,
  outcome: { status: number } | { error: EgressError['kind'] },
): void {
  const durationMs = shared.clock.monotonicMs() - started;
  shared.report?.({ provider: provider.id, environment, method, attempts: 1, durationMs, ...outcome });
}
