import { json, type SandboxAnswer } from '../kit/exchange.ts';
import { type Refusal, type RefusalKind, wordsOf } from '../kit/refusal.ts';

const statuses: Partial<Record<RefusalKind, number>> = {
  unauthenticated: 401,
  bad_token: 401,
  limited: 429,
  unknown_path: 404,
  unknown_method: 405,
  not_found: 404,
  body_type: 415,
};

/** `{ error }` with the field named; `challenge` is told with what nobody may see. */
export function refusedNotes({ kind, message, detail }: Refusal, challenge?: string): SandboxAnswer {
  const words = detail.issue && wordsOf(detail.issue);
  const status = statuses[kind] ?? 400;
  return json(
    status,
    { error: words ? `${words.field}: ${words.text}` : message },
    {
      ...(detail.seconds !== undefined && { 'retry-after': String(detail.seconds) }),
      ...(challenge !== undefined && status === 401 && { 'www-authenticate': challenge }),
    },
  );
}
