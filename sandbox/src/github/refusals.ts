import { json } from '../kit/exchange.ts';
import type { ErrorBody } from '../kit/faults.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';

const documentation = 'https://docs.github.com/rest';

const statuses: Readonly<Partial<Record<Refusal['kind'], number>>> = {
  unauthenticated: 401,
  bad_token: 401,
  expired_token: 401,
  scope: 403,
  forbidden: 403,
  limited: 403,
  unknown_path: 404,
  unknown_method: 404,
  not_found: 404,
  conflict: 409,
  body_type: 415,
  body_syntax: 400,
};

/** `{ message, errors?, documentation_url, status }`, with the scopes that would do where one is missing. */
export const refuse: Refuse = (refusal) => {
  const { kind, detail } = refusal;
  const status = detail.status ?? statuses[kind] ?? 422;
  const headers: Record<string, string> = {
    ...(kind === 'scope' && {
      'x-accepted-oauth-scopes': (detail.scopes ?? []).join(', '),
      'x-oauth-scopes': ((detail.data?.held as string[] | undefined) ?? []).join(', '),
    }),
    ...(kind === 'limited' && { 'retry-after': String(detail.seconds) }),
  };
  const body = { ...wordsFor(refusal), documentation_url: documentation, status: String(status) };
  return json(status, body, headers);
};

function wordsFor({ kind, message, detail }: Refusal): { message: string; errors?: unknown } {
  if (['unauthenticated', 'bad_token', 'expired_token'].includes(kind))
    return { message: kind === 'unauthenticated' ? 'Requires authentication' : 'Bad credentials' };
  if (statuses[kind] === 404) return { message: 'Not Found' };
  if (kind === 'limited') return { message: 'API rate limit exceeded for user ID 7100011.' };
  if (kind === 'scope') return { message: 'Resource not accessible by this token' };
  if (detail.issue) {
    const { field, unknown, text } = wordsOf(detail.issue);
    return {
      message: unknown
        ? `Invalid request.\n\n"${field}" is not a permitted key.`
        : `Invalid request.\n\nFor '${field}', ${text}.`,
    };
  }
  return { message, ...(detail.data?.errors !== undefined && { errors: detail.data.errors }) };
}

/** "Validation Failed", with what of which field. */
export const invalid = (field: string, code: string, resource = 'Issue'): Refusal =>
  new Refusal('invalid', 'Validation Failed', { data: { errors: [{ resource, field, code }] } });
export const notFound = (): Refusal => new Refusal('not_found', 'Not Found');

export const errorBody: ErrorBody = (status, reason) => ({
  message: reason ?? (status >= 500 ? 'Server Error' : 'Bad Request'),
  documentation_url: documentation,
  status: String(status),
});
