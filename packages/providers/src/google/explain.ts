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

const limits =
  /^(rateLimitExceeded|userRateLimitExceeded|sharingRateLimitExceeded|quotaExceeded|dailyLimitExceeded|RATE_LIMIT_EXCEEDED)$/;
const scopeMissing = /^(insufficientPermissions|ACCESS_TOKEN_SCOPE_INSUFFICIENT)$/;
const apiOff = /^(accessNotConfigured|SERVICE_DISABLED)$/;
const keyWrong = /^API_KEY_INVALID$/;
const keyRestricted = /^API_KEY_\w+_BLOCKED$/;
const otherVersion = /^(failedPrecondition|conditionNotMet)$/;

/** What a person can do about refusals that only say no. */
const advice: readonly (readonly [reason: RegExp, advice: string])[] = [
  [/^forbiddenForNonOrganizer$/, 'Only the organizer of this event can change that.'],
  [/^appNotAuthorizedToFile$/, 'The hub may work only with files it made. Allow more of Drive to work with this one.'],
  [/^insufficientFilePermissions$/, 'This account may not change that file. Ask its owner.'],
  [/^storageQuotaExceeded$/, 'This Drive is full. Make room and try again.'],
  [/^exportSizeLimitExceeded$/, 'Google exports at most 10 MB. Open the document at Google and download it there.'],
  [/^(fileNotDownloadable|cannotDownloadFile)$/, 'Google does not let this file be downloaded.'],
];

/** Reads the errors of Google's APIs; their shape is `{ error: { code, message, status, errors, details } }`. */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = GoogleFailure.safeParse(body);
  const error = parsed.success ? parsed.data.error : undefined;
  const reasons = [...(error?.errors ?? []), ...(error?.details ?? [])].flatMap(({ reason }) => reason ?? []);
  const reason = error?.message || reasons[0];
  const says = (pattern: RegExp): boolean => reasons.some((one) => pattern.test(one));
  const retryAfterSeconds = secondsOf(headers['retry-after']);

  if (status === 401 || says(keyWrong)) return { kind: 'credential', reason };
  if (status === 429 || says(limits)) return { kind: 'limited', reason, retryAfterSeconds };
  if (status === 403) return forbidden(says, reason);
  if (status === 404 || status === 410) return { kind: 'not_found', reason, advice: 'Google no longer has that.' };
  if (status === 409 || status === 412 || stale(status, error?.status, says)) return { kind: 'conflict', reason };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  return { kind: 'rejected', reason };
};

function forbidden(says: (pattern: RegExp) => boolean, reason: string | undefined): Explained {
  if (says(apiOff)) {
    const todo = `The API is not enabled in the Google project of this hub. Enable it in Google's console and try again.`;
    return { kind: 'not_set_up', reason, advice: todo };
  }
  if (says(keyRestricted)) {
    return {
      kind: 'not_set_up',
      reason,
      advice: 'The key is restricted to other APIs or addresses. Change that at Google.',
    };
  }
  if (says(scopeMissing)) return { kind: 'scope', reason };
  const known = advice.find(([pattern]) => says(pattern));
  return { kind: 'rejected', reason, ...(known && { advice: known[1] }) };
}

/** True where something was changed by another version; People says so with status 400. */
const stale = (status: number, name: string | undefined, says: (pattern: RegExp) => boolean): boolean =>
  status === 400 && (name === 'FAILED_PRECONDITION' || says(otherVersion));

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
