import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const reasonOf = z.object({ reason: z.string().optional(), message: z.string().optional() });
const GoogleFailure = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().optional(),
    errors: z.array(reasonOf).optional(),
    details: z.array(reasonOf).optional(),
  }),
});

const limits = /^(rateLimitExceeded|userRateLimitExceeded|quotaExceeded|dailyLimitExceeded|RATE_LIMIT_EXCEEDED)$/;
const scopeMissing = /^(insufficientPermissions|ACCESS_TOKEN_SCOPE_INSUFFICIENT)$/;
const apiOff = /^(accessNotConfigured|SERVICE_DISABLED)$/;

/** Reads the errors of Google's APIs; their shape is `{ error: { code, message, status, errors, details } }`. */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = GoogleFailure.safeParse(body);
  const error = parsed.success ? parsed.data.error : undefined;
  const reasons = [...(error?.errors ?? []), ...(error?.details ?? [])].flatMap(({ reason }) => reason ?? []);
  const reason = error?.message || reasons[0];
  const says = (pattern: RegExp): boolean => reasons.some((one) => pattern.test(one));
  const retryAfterSeconds = secondsOf(headers['retry-after']);

  if (status === 401) return { kind: 'credential', reason };
  if (status === 429 || says(limits)) return { kind: 'limited', reason, retryAfterSeconds };
  if (status === 403) return forbidden(says, reason);
  if (status === 404 || status === 410) return { kind: 'not_found', reason, advice: 'Google no longer has that.' };
  if (status === 409 || status === 412) return { kind: 'conflict', reason };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  return { kind: 'rejected', reason };
};

function forbidden(says: (pattern: RegExp) => boolean, reason: string | undefined): Explained {
  if (says(apiOff)) {
    const advice = `The API is not enabled in the Google project of this hub. Enable it in Google's console and try again.`;
    return { kind: 'not_set_up', reason, advice };
  }
  if (says(scopeMissing)) return { kind: 'scope', reason };
  if (says(/^forbiddenForNonOrganizer$/)) {
    return { kind: 'rejected', reason, advice: 'Only the organizer of this event can change that.' };
  }
  return { kind: 'rejected', reason };
}

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
