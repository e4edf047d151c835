import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const Said = z.object({
  message: z.string().catch(''),
  type: z.string().nullish().catch(undefined),
  code: z.union([z.string(), z.number()]).nullish().catch(undefined),
});
/** OpenAI's shape, and the plainer ones of servers that follow it less closely. */
const Refused = z.union([
  z.object({ error: Said }),
  z
    .object({ error: z.string() })
    .transform(({ error }) => ({ error: { message: error, type: undefined, code: undefined } })),
  Said.extend({ message: z.string() }).transform((error) => ({ error })),
  z
    .object({ detail: z.string() })
    .transform(({ detail }) => ({ error: { message: detail, type: undefined, code: undefined } })),
]);

/**
 * Reads the errors of the API; a used-up account comes as 429 too and does not pass by waiting.
 * @see https://platform.openai.com/docs/guides/error-codes (read 2026-11-21)
 */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }): Explained => {
  const parsed = Refused.safeParse(body);
  const { message, code, type } = parsed.success
    ? parsed.data.error
    : { message: '', code: undefined, type: undefined };
  const reason = message.replace(/\s*You can find your API key at \S+/, '') || undefined;
  const retryAfterSeconds = waitOf(headers);
  if (code === 'insufficient_quota' || type === 'insufficient_quota')
    return { kind: 'rejected', reason, advice: 'The account of this key has no credit left. Add some at the service.' };
  if (status === 401 || code === 'invalid_api_key') return { kind: 'credential', reason };
  if (status === 403) return { kind: 'rejected', reason };
  if (status === 404) return { kind: 'not_found', reason };
  if (status === 409) return { kind: 'conflict', reason };
  if (status === 429) return { kind: 'limited', reason, retryAfterSeconds };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  return { kind: 'rejected', reason };
};

/** Seconds until the limit that was hit is whole again: `Retry-After`, or a reset as `1m30s` or `250ms`. */
function waitOf(headers: Readonly<Record<string, string>>): number | undefined {
  const after = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(after) && after >= 0) return after;
  const used = ['requests', 'tokens'].find((one) => headers[`x-ratelimit-remaining-${one}`] === '0');
  const reset = used && headers[`x-ratelimit-reset-${used}`];
  const match = /^(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?$/.exec(reset ?? '-');
  if (!match) return undefined;
  const [hours, minutes, seconds, milliseconds] = match.slice(1).map((part) => Number(part ?? 0));
  return hours! * 3_600 + minutes! * 60 + seconds! + milliseconds! / 1_000;
}
