import { json } from '../kit/exchange.ts';
import type { ErrorBody } from '../kit/faults.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';

const words: Readonly<Partial<Record<Refusal['kind'], readonly [status: number, code: string]>>> = {
  unauthenticated: [401, 'unauthorized'],
  bad_token: [401, 'unauthorized'],
  expired_token: [401, 'unauthorized'],
  forbidden: [403, 'restricted_resource'],
  not_found: [404, 'object_not_found'],
  conflict: [409, 'conflict_error'],
  limited: [429, 'rate_limited'],
  unknown_path: [400, 'invalid_request_url'],
  unknown_method: [400, 'invalid_request_url'],
  body_syntax: [400, 'invalid_json'],
};

/** `{ object: "error", status, code, message, request_id }`. */
export const refuse: Refuse = (refusal) => {
  const { kind, detail } = refusal;
  const [status, code] = words[kind] ?? [400, detail.code ?? 'validation_error'];
  const headers: Record<string, string> = kind === 'limited' ? { 'retry-after': String(detail.seconds) } : {};
  return json(status, failure(status, code, messageOf(refusal)), headers);
};

const failure = (status: number, code: string, message: string) => ({
  object: 'error',
  status,
  code,
  message,
  request_id: 'a0000000-0000-4000-8000-000000000002',
});

function messageOf({ kind, message, detail }: Refusal): string {
  if (words[kind]?.[1] === 'unauthorized') return 'API token is invalid.';
  if (kind === 'unknown_path' || kind === 'unknown_method') return 'Invalid request URL.';
  if (kind === 'limited') return 'You have been rate limited. Please try again in a few minutes.';
  if (!detail.issue) return message;
  const { field, unknown, text } = wordsOf(detail.issue);
  const place = `${kind === 'bad_query' ? 'query' : 'body'} failed validation: ${kind === 'bad_query' ? 'query' : 'body'}.${field}`;
  return unknown ? `${place} should be not present.` : `${place}: ${text}.`;
}

export const invalid = (message: string): Refusal => new Refusal('invalid', message);
export const missing = (id: string): Refusal =>
  new Refusal(
    'not_found',
    `Could not find object with ID: ${id}. Make sure the relevant pages and databases are shared with your integration "Switchboard".`,
  );

export const errorBody: ErrorBody = (status, reason) =>
  failure(
    status,
    status === 429 ? 'rate_limited' : status >= 500 ? 'internal_server_error' : 'validation_error',
    reason ?? 'Something is wrong.',
  );
