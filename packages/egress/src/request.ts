import { setTimeout as wait } from 'node:timers/promises';
import type { EgressAnswer } from './answer.ts';
import { attempt } from './attempt.ts';
import { gateKey, isFlowing, type EgressRequest, type Shared } from './call.ts';
import { EgressError } from './egress-error.ts';
import type { Limits } from './limits.ts';
import { backoffMs, maxAttempts, retryableStatus, retryAfterSeconds } from './retry.ts';

const longestHoldMs = 2_000;
const mostRedirects = 5;
/** Timers may fire a little early by the monotonic clock. */
const timerSlackMs = 5;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const retryableKinds = new Set(['timeout', 'unavailable', 'bad_answer']);

/** Sends a request, repeating it where that is safe, and follows redirects where asked to. */
export async function send(shared: Shared, request: EgressRequest): Promise<EgressAnswer> {
  const started = shared.clock.monotonicMs();
  const limits: Limits = { ...shared.limits, ...request.limits };
  const counted = { attempts: 0 };
  const report = (outcome: { status: number } | { error: EgressError['kind'] }): void =>
    shared.report?.({
      provider: request.provider.id,
      environment: request.environment,
      method: request.method,
      attempts: counted.attempts,
      durationMs: shared.clock.monotonicMs() - started,
      ...outcome,
    });
  try {
    const answer = await follow(shared, request, limits, started + limits.totalMs, counted);
    report({ status: answer.status });
    return answer;
  } catch (error) {
    report({ error: error instanceof EgressError ? error.kind : 'unavailable' });
    throw error;
  }
}

async function follow(
  shared: Shared,
  request: EgressRequest,
  limits: Limits,
  deadline: number,
  counted: { attempts: number },
): Promise<EgressAnswer> {
  let url = request.url;
  for (let hop = 0; ; hop++) {
    const answer = await repeat(shared, { ...request, url }, limits, deadline, counted);
    const location = answer.header('location');
    const redirects = [301, 302, 303, 307, 308].includes(answer.status) && location !== undefined;
    if (!redirects || request.redirects === 'manual') return answer;
    const next = URL.canParse(location, String(url)) ? new URL(location, url) : undefined;
    const mayFollow = request.redirects === 'same-provider' && (request.method === 'GET' || request.method === 'HEAD');
    if (!mayFollow || hop >= mostRedirects || next === undefined) {
      throw new EgressError('refused', `${new URL(url).host} redirects, which is not followed.`, {
        mayHaveArrived: true,
      });
    }
    url = next;
  }
}

async function repeat(
  shared: Shared,
  request: EgressRequest,
  limits: Limits,
  deadline: number,
  counted: { attempts: number },
): Promise<EgressAnswer> {
  const { provider } = request;
  const route = shared.routes.find(provider, request.environment, request.url);
  const key = gateKey(request);
  const repeatable = isRepeatable(request);
  shared.budget.earn(provider.id);
  await holdBack(shared, request, key, deadline);
  for (let tries = 1; ; tries++) {
    shared.gate.enter(key);
    counted.attempts++;
    const leftMs = Math.max(1, deadline - shared.clock.monotonicMs());
    const outcome = await attempt(route, request, limits, leftMs).then(
      (answer) => ({ answer, error: undefined }),
      (error: EgressError) => ({ answer: undefined, error }),
    );
    settle(shared, key, outcome);
    const waitMs = repeatable && tries < maxAttempts ? retryWait(shared, outcome, tries) : undefined;
    const fits = waitMs !== undefined && shared.clock.monotonicMs() + waitMs < deadline;
    if (!fits || !shared.budget.spend(provider.id)) {
      if (outcome.error) throw outcome.error;
      return outcome.answer!;
    }
    await pause(waitMs, request);
  }
}

type Outcome = { answer: EgressAnswer; error: undefined } | { answer: undefined; error: EgressError };

/** Tells the gate how the call went; a provider's Retry-After holds for the whole account. */
function settle(shared: Shared, key: string, { answer, error }: Outcome): void {
  if (error) {
    if (error.kind === 'aborted' || error.kind === 'refused') shared.gate.abandon(key);
    else shared.gate.leave(key, true);
    return;
  }
  shared.gate.leave(key, answer.status >= 500);
  if (answer.status === 429 || answer.status === 503) {
    shared.gate.cool(key, retryAfterSeconds(answer.header('retry-after'), shared.clock.now().getTime()) ?? 0);
  }
}

/** Milliseconds until the next try, or undefined where there must be none. */
function retryWait(shared: Shared, { answer, error }: Outcome, tries: number): number | undefined {
  const jitter = backoffMs(tries, shared.random);
  if (error) return retryableKinds.has(error.kind) ? jitter : undefined;
  if (!retryableStatus(answer.status)) return undefined;
  const asked = retryAfterSeconds(answer.header('retry-after'), shared.clock.now().getTime());
  return asked === undefined ? jitter : asked * 1_000 + jitter;
}

/** Waits for the account's pace, and for a short Retry-After of an earlier call; a longer one fails at the gate. */
export async function holdBack(
  shared: Shared,
  request: Pick<EgressRequest, 'provider' | 'signal'>,
  key: string,
  deadline: number,
): Promise<void> {
  const rate = request.provider.perSecond;
  const paced = rate === undefined ? 0 : shared.pace.take(key, rate);
  const cooling = shared.gate.coolingMs(key);
  const waitMs = Math.max(paced, cooling <= longestHoldMs ? cooling : 0);
  if (waitMs === 0) return;
  if (shared.clock.monotonicMs() + waitMs >= deadline) {
    throw new EgressError('limited', 'Too many calls wait for this account.', {
      retryAfterSeconds: Math.ceil(waitMs / 1_000),
    });
  }
  await pause(waitMs, request);
}

const pause = (ms: number, { signal }: Pick<EgressRequest, 'signal'>): Promise<void> =>
  wait(Math.ceil(ms) + timerSlackMs, undefined, signal && { signal }).catch(() => {
    throw new EgressError('aborted', 'The call was given up.');
  });

function isRepeatable({ idempotent, method, body }: EgressRequest): boolean {
  return !isFlowing(body) && (idempotent ?? safeMethods.has(method));
}
