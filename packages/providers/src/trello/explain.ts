import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const TrelloFailure = z.object({ message: z.string().optional(), error: z.string().optional() });

/** Trello tells nothing of when to come back; a window of its limits is ten seconds. */
const windowSeconds = 10;
const scopeMissing = /scope|unauthorized permission requested|unauthorized card permission/i;

/**
 * Reads Trello's errors, which are often plain text.
 * @see https://developer.atlassian.com/cloud/trello/guides/rest-api/status-codes (read 2026-11-21)
 */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = TrelloFailure.safeParse(body);
  const told = parsed.success ? (parsed.data.message ?? parsed.data.error) : undefined;
  const plain = typeof body === 'string' && !body.trimStart().startsWith('<') ? body : undefined;
  const reason = told ?? (plain || undefined);

  if ((status === 401 || status === 403) && scopeMissing.test(reason ?? '')) return { kind: 'scope', reason };
  if (status === 401) return { kind: 'credential', reason };
  if (status === 403) {
    return { kind: 'rejected', reason, advice: 'This board lies in a workspace that the app may not enter.' };
  }
  if (status === 404) return { kind: 'not_found', reason };
  if (status === 409 || status === 412) return { kind: 'conflict', reason };
  if (status === 429)
    return { kind: 'limited', reason, retryAfterSeconds: Number(headers['retry-after']) || windowSeconds };
  if (status >= 500) return { kind: 'unavailable', reason };
  return { kind: 'rejected', reason };
};
