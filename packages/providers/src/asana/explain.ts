import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const AsanaFailure = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/** What a person is told of a function that the account's plan does not have. */
export const paidOnly = 'Asana has this only in its paid plans.';

/** Reads Asana's errors: `{ errors: [{ message, help, phrase }] }`. @see https://developers.asana.com/docs/errors (2026-11-21) */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = AsanaFailure.safeParse(body);
  const reason = parsed.success ? parsed.data.errors[0]!.message : undefined;
  const retryAfterSeconds = secondsOf(headers['retry-after']);

  if (status === 401) return { kind: 'credential', reason };
  if (status === 402) return { kind: 'rejected', reason, advice: paidOnly };
  if (status === 403) return { kind: /\bscopes?\b/i.test(reason ?? '') ? 'scope' : 'rejected', reason };
  if (status === 404) return { kind: 'not_found', reason, advice: 'Asana has no such thing, or you may not see it.' };
  if (status === 409 || status === 412) return { kind: 'conflict', reason };
  if (status === 429) return { kind: 'limited', reason, retryAfterSeconds };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  return { kind: 'rejected', reason };
};

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
