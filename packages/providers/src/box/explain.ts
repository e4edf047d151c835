import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const BoxFailure = z.object({
  code: z.string().optional(),
  message: z.string().nullish(),
  error_description: z.string().optional(),
});

const advices: Readonly<Record<string, string>> = {
  item_name_in_use: 'There is something with that name in the folder already.',
  name_temporarily_reserved: 'Something with that name is on its way into the folder.',
  sync_item_move_failure: 'That folder cannot be moved there.',
  storage_limit_exceeded: 'The Box account is full.',
  file_size_limit_exceeded: 'The file is larger than the Box plan allows.',
  item_name_invalid: 'Box does not take that name.',
};

/**
 * Reads Box's errors: `{ type: 'error', status, code, message }`.
 * @see https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors (read 2026-11-21)
 */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = BoxFailure.safeParse(body);
  const { code = '', message, error_description } = parsed.success ? parsed.data : {};
  const reason = message || error_description || code || undefined;
  const retryAfterSeconds = secondsOf(headers['retry-after']);
  const advice = Object.hasOwn(advices, code) ? { advice: advices[code] } : {};

  if (status === 401) return { kind: 'credential', reason };
  if (code === 'insufficient_scope' || /insufficient_scope/.test(headers['www-authenticate'] ?? '')) {
    return { kind: 'scope', reason };
  }
  if (status === 404) return { kind: 'not_found', reason };
  if (status === 409 || status === 412) return { kind: 'conflict', reason, ...advice };
  if (status === 429) return { kind: 'limited', reason, retryAfterSeconds };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  return { kind: 'rejected', reason, ...advice };
};

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
