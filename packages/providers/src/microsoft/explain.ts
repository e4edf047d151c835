import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const GraphFailure = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) });

/** Codes that say more than the status they come with. */
const kinds: Readonly<Record<string, Explained['kind']>> = {
  ErrorAccessDenied: 'scope',
  Authorization_RequestDenied: 'scope',
  ErrorInvalidIdMalformed: 'not_found',
  ErrorItemNotFound: 'not_found',
  itemNotFound: 'not_found',
  nameAlreadyExists: 'conflict',
  ErrorIrresolvableConflict: 'conflict',
  resourceModified: 'conflict',
  activityLimitReached: 'limited',
  ApplicationThrottled: 'limited',
  ErrorTooManyObjectsOpened: 'limited',
};

const advices: Readonly<Record<string, string>> = {
  MailboxNotEnabledForRESTAPI: 'This Microsoft account has no mailbox and calendar with Microsoft.',
  quotaLimitReached: 'The OneDrive is full.',
};

/**
 * Reads Microsoft Graph's errors: `{ error: { code, message, innerError } }`.
 * @see https://learn.microsoft.com/graph/errors (read 2026-11-21)
 */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const { code, message } = GraphFailure.safeParse(body).data?.error ?? { code: '', message: '' };
  const reason = (message || code).slice(0, 200) || undefined;
  const retryAfterSeconds = secondsOf(headers['retry-after']);
  const known = Object.hasOwn(kinds, code) ? kinds[code] : undefined;

  if (status === 401) return { kind: 'credential', reason };
  if (status === 429 || known === 'limited') return { kind: 'limited', reason, retryAfterSeconds };
  if (status >= 500 && status !== 507) return { kind: 'unavailable', reason, retryAfterSeconds };
  if (Object.hasOwn(advices, code)) return { kind: 'rejected', reason, advice: advices[code] };
  if (known) return { kind: known, reason };
  if (status === 403 && /\b(scopes?|privileges)\b/i.test(message)) return { kind: 'scope', reason };
  if (status === 404 || status === 410) {
    return { kind: 'not_found', reason, advice: 'Microsoft has no such thing, or you may not see it.' };
  }
  if (status === 409 || status === 412 || status === 423) return { kind: 'conflict', reason };
  return { kind: 'rejected', reason };
};

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
