import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const Failure = z.object({
  message: z.string(),
  errors: z
    .array(
      z.union([
        z.string(),
        z.object({ field: z.string().optional(), code: z.string().optional(), message: z.string().optional() }),
      ]),
    )
    .optional()
    .catch(undefined),
});

/**
 * Reads GitHub's errors: `{ message, errors?, documentation_url }`, and what its headers say of limits and scopes.
 * @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api (2026-11-21)
 */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = Failure.safeParse(body);
  const reason = parsed.success ? reasonOf(parsed.data) : undefined;

  if (status === 401) return { kind: 'credential', reason };
  if (status === 429 || (status === 403 && isLimit(headers, reason)))
    return { kind: 'limited', reason, retryAfterSeconds: secondsToWait(headers) };
  if (status === 403) return { kind: lacksScope(headers) ? 'scope' : 'rejected', reason };
  if (status === 404)
    return {
      kind: 'not_found',
      reason,
      advice: 'GitHub has no such thing, or it is in a private repository that this connection may not see.',
    };
  if (status === 409) return { kind: 'conflict', reason };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds: secondsToWait(headers) };
  return { kind: 'rejected', reason };
};

type Headers = Readonly<Record<string, string>>;

function reasonOf({ message, errors = [] }: z.infer<typeof Failure>): string {
  const [first] = errors;
  if (first === undefined) return message;
  if (typeof first === 'string') return `${message}: ${first}`;
  const detail = first.message ?? [first.field, first.code?.replaceAll('_', ' ')].filter(Boolean).join(' ');
  return detail ? `${message}: ${detail}` : message;
}

const isLimit = (headers: Headers, reason = ''): boolean =>
  headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined || /rate limit/i.test(reason);

/** True where the call takes one of several scopes and the token has none of them. */
function lacksScope(headers: Headers): boolean {
  const listed = (name: string): string[] =>
    (headers[name] ?? '')
      .split(',')
      .map((scope) => scope.trim())
      .filter(Boolean);
  const accepted = listed('x-accepted-oauth-scopes');
  const held = listed('x-oauth-scopes');
  return accepted.length > 0 && !accepted.some((scope) => held.includes(scope));
}

/** `retry-after`, else until the limit is full again by GitHub's own clock. */
function secondsToWait(headers: Headers): number | undefined {
  const told = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(told) && told >= 0) return told;
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  const now = Date.parse(headers.date ?? '') / 1_000;
  if (headers['x-ratelimit-remaining'] !== '0' || !Number.isFinite(reset - now)) return undefined;
  return Math.max(1, reset - now);
}
