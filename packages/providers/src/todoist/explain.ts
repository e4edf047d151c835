import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const TodoistFailure = z.object({
  error: z.string().default(''),
  error_tag: z.string().default(''),
  error_extra: z
    .object({
      argument: z.string().optional(),
      explanation: z.string().optional(),
      retry_after: z.number().nonnegative().optional(),
    })
    .default({}),
});

/**
 * Reads Todoist's errors: `{ error, error_code, error_tag, error_extra, http_code }`. A token that is not known may come with 403,
 * and every error carries a `retry_after`, which only means something where calls are limited.
 * @see https://developer.todoist.com/api/v1/#tag/Errors (2026-11-21)
 */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = TodoistFailure.safeParse(body);
  const failure = parsed.success ? parsed.data : undefined;
  const reason = failure && reasonOf(failure);

  if (status === 401 || failure?.error_tag === 'AUTH_INVALID_TOKEN') return { kind: 'credential', reason };
  if (failure?.error_tag === 'AUTH_INSUFFICIENT_TOKEN_SCOPE') return { kind: 'scope', reason };
  if (status === 404) return { kind: 'not_found', reason, advice: 'Todoist has no such thing, or you may not see it.' };
  if (status === 409) return { kind: 'conflict', reason };
  if (status === 429) return limited(headers['retry-after'], failure?.error_extra.retry_after, reason);
  if (status >= 500) return { kind: 'unavailable', reason };
  return { kind: 'rejected', reason };
};

const reasonOf = ({ error, error_extra: { argument, explanation } }: z.infer<typeof TodoistFailure>) => {
  const more = explanation ?? argument;
  return more && !error.includes(more) ? `${error}: ${more}` : error || undefined;
};

function limited(header: string | undefined, told: number | undefined, reason: string | undefined): Explained {
  const seconds = Number(header);
  const retryAfterSeconds = header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : told;
  return { kind: 'limited', reason, retryAfterSeconds };
}
