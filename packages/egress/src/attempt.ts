import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { EgressAnswer } from './answer.ts';
import { type EgressRequest, isFlowing } from './call.ts';
import { placeCredential, type RequestHeaders } from './credential.ts';
import { asEgressError, EgressError } from './egress-error.ts';
import type { Limits } from './limits.ts';
import { acceptEncoding, readBody } from './read-body.ts';
import type { Route } from './routes.ts';

export const userAgent = 'switchboard';

/**
 * Sends a request once and reads its answer whole; a body that flows may take as long as it moves.
 * @throws EgressError where there is no usable one.
 */
export async function attempt(
  route: Route,
  request: EgressRequest,
  limits: Limits,
  leftMs: number,
): Promise<EgressAnswer> {
  const stop = new AbortController();
  const timeout = () =>
    stop.abort(new EgressError('timeout', `${route.host} does not answer in time.`, { mayHaveArrived: true }));
  const giveUp = () => stop.abort(new EgressError('aborted', 'The call was given up.', { mayHaveArrived: true }));
  const flowing = isFlowing(request.body);
  const firstByte = flowing ? undefined : setTimeout(timeout, Math.min(limits.firstByteMs, leftMs));
  let total = flowing ? undefined : setTimeout(timeout, leftMs);
  request.signal?.addEventListener('abort', giveUp, { once: true });
  try {
    if (request.signal?.aborted) throw new EgressError('aborted', 'The call was given up.');
    const headers: RequestHeaders = { 'user-agent': userAgent, ...request.headers, 'accept-encoding': acceptEncoding };
    const path = placeCredential(request.credential, headers, route.path);
    const answer = await route.pool.request({
      path: route.prefix + path,
      method: request.method as Dispatcher.HttpMethod,
      headers,
      body: (request.body ?? null) as Readable | string | null,
      signal: stop.signal,
      headersTimeout: flowing ? limits.idleMs : 0,
      bodyTimeout: 0,
    });
    clearTimeout(firstByte);
    total ??= setTimeout(timeout, limits.totalMs);
    const encoding = answer.headers['content-encoding'];
    const content = await readBody(answer.body, Array.isArray(encoding) ? encoding[0] : encoding, limits);
    return new EgressAnswer(answer.statusCode, answer.headers, content);
  } catch (error) {
    throw asEgressError(stop.signal.aborted ? stop.signal.reason : error, route.host);
  } finally {
    clearTimeout(firstByte);
    clearTimeout(total);
    request.signal?.removeEventListener('abort', giveUp);
  }
}
