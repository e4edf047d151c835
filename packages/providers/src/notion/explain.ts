import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const Failure = z.object({ code: z.string(), message: z.string() });

/** Reads Notion's errors: `{ object: "error", status, code, message, request_id }`. @see https://developers.notion.com/reference/status-codes (2026-11-21) */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = Failure.safeParse(body);
  const reason = parsed.success ? parsed.data.message : undefined;
  const retryAfterSeconds = secondsOf(headers['retry-after']);

  if (status === 401) return { kind: 'credential', reason };
  if (status === 403)
    return {
      kind: 'not_set_up',
      reason,
      advice: 'The app at Notion lacks a capability for this. An admin turns it on in the app’s settings.',
    };
  if (status === 404)
    return {
      kind: 'not_found',
      reason,
      advice: 'Notion has no such thing, or it was not shared with this connection.',
    };
  if (status === 409) return { kind: 'conflict', reason };
  if (status === 429) return { kind: 'limited', reason, retryAfterSeconds };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  return { kind: 'rejected', reason };
};

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
