import { HubError, type Effect, type ErrorCode } from '@switchboard/contracts';
import type { z } from 'zod';
import type { Explained } from './http.ts';
import type { NoAnswer } from './send.ts';

const codes = {
  credential: 'reconnect_required',
  scope: 'scope_missing',
  limited: 'provider_limited',
  rejected: 'provider_rejected',
  not_found: 'not_found',
  conflict: 'conflict',
  not_set_up: 'provider_misconfigured',
  unavailable: 'provider_unavailable',
} as const satisfies Record<Explained['kind'], ErrorCode>;

/** Who failed, and whether the request could have changed something. */
export interface Attempt {
  readonly provider: { readonly id: string; readonly title: string };
  readonly changes: boolean;
}

/** @returns the hub's error for an answer that the provider's `explain` has read. */
export function failureOf(explained: Explained, { provider, changes }: Attempt, status: number): HubError {
  const { kind, advice, retryAfterSeconds } = explained;
  const unclear = kind === 'unavailable' && changes;
  const code = unclear ? 'outcome_unknown' : codes[kind];
  const reason = explained.reason && short(explained.reason);
  const sentence = kind === 'rejected' && reason ? `${provider.title} refused this: ${reason}` : undefined;

  return new HubError(code, advice ?? (unclear ? undefined : sentence), {
    provider: provider.id,
    ...(reason ? { reason } : { reason: `HTTP ${status}` }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterSeconds) }),
  });
}

/** @returns the hub's error for a request whose answer was not read; `cause` has the members of a `NoAnswer` or counts as sent. */
export function unansweredOf(cause: unknown, { provider, changes }: Attempt): HubError {
  if (cause instanceof HubError) return cause;
  const { mayHaveArrived, retryAfterSeconds, message } = (cause ?? {}) as Partial<NoAnswer>;
  const known = mayHaveArrived !== undefined && message;
  const at = { provider: provider.id, ...(known ? { reason: short(message) } : {}) };
  if (changes && mayHaveArrived !== false) return new HubError('outcome_unknown', undefined, at, { cause });
  if (retryAfterSeconds !== undefined) {
    return new HubError(
      'provider_limited',
      undefined,
      { ...at, retryAfterSeconds: Math.ceil(retryAfterSeconds) },
      { cause },
    );
  }
  return new HubError('provider_unavailable', `${provider.title} does not answer. Try again in a moment.`, at, {
    cause,
  });
}

/**
 * The answer where it fits the schema (E-6).
 * @throws HubError `provider_unavailable`, or `outcome_unknown` where the request may have changed something.
 */
export function checkedAnswer<T>(schema: z.ZodType<T>, value: unknown, attempt: Attempt): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new HubError(
    attempt.changes ? 'outcome_unknown' : 'provider_unavailable',
    attempt.changes ? undefined : `${attempt.provider.title} answered in a form the hub does not know.`,
    { provider: attempt.provider.id, reason: `unexpected answer at "${at}"`.slice(0, 200) },
  );
}

/** One line of at most 200 characters, none of them cut in half. */
const short = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
    .replace(/[\uD800-\uDBFF]$/, '');

/** True where an action with this effect may change something by this method. */
export const changes = (effect: Effect, method: string): boolean => effect !== 'read' && method !== 'GET';
