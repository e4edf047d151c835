import { json } from '../kit/exchange.ts';
import type { ErrorBody } from '../kit/faults.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';

const usual: Readonly<Record<Refusal['kind'], readonly [status: number, code: string]>> = {
  unknown_path: [400, 'BadRequest'],
  unknown_method: [405, 'Request_BadRequest'],
  unauthenticated: [401, 'InvalidAuthenticationToken'],
  bad_token: [401, 'InvalidAuthenticationToken'],
  expired_token: [401, 'InvalidAuthenticationToken'],
  scope: [403, 'ErrorAccessDenied'],
  limited: [429, 'TooManyRequests'],
  body_type: [415, 'RequestBodyRead'],
  body_syntax: [400, 'RequestBodyRead'],
  bad_query: [400, 'RequestBroker--ParseUri'],
  bad_body: [400, 'RequestBodyRead'],
  not_found: [404, 'ErrorItemNotFound'],
  conflict: [409, 'ErrorIrresolvableConflict'],
  forbidden: [403, 'ErrorAccessDenied'],
  invalid: [400, 'ErrorInvalidRequest'],
};

let count = 0;

/** `{ error: { code, message, innerError } }`. @see https://learn.microsoft.com/graph/errors (read 2026-11-21) */
export const graphError = (code: string, message: string): Record<string, unknown> => {
  const id = `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
  return { error: { code, message, innerError: { 'request-id': id, 'client-request-id': id } } };
};

export const refuse: Refuse = (refusal) => {
  const { kind, detail } = refusal;
  const [status, code] = usual[kind];
  const own = detail.code === undefined || detail.code === 'invalid_cursor' ? code : detail.code;
  return json(detail.status ?? status, graphError(own, messageOf(refusal)), {
    ...(status === 401 && {
      'www-authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    }),
    ...(detail.seconds !== undefined && { 'retry-after': String(detail.seconds) }),
  });
};

function messageOf({ kind, message, detail }: Refusal): string {
  if (kind === 'unauthenticated') return 'Access token is empty.';
  if (kind === 'bad_token') return 'IDX14100: JWT is not well formed.';
  if (kind === 'expired_token') return 'Lifetime validation failed, the token is expired.';
  if (kind === 'scope') return 'Access is denied. Check credentials and try again.';
  if (kind === 'limited') return 'Application is over its MailboxConcurrency limit.';
  if (!detail.issue) return message;
  const { field, unknown, text } = wordsOf(detail.issue);
  if (!unknown) return field ? `${field}: ${text}` : text;
  return kind === 'bad_query'
    ? `The query option '${field}' is not supported here.`
    : `The property '${field}' does not exist on the type.`;
}

export const invalid = (message: string, code = 'ErrorInvalidRequest', status = 400): Refusal =>
  new Refusal('invalid', message, { code, status });
/** What Outlook says of an id that it does not know. */
export const noItem = (): Refusal =>
  new Refusal('not_found', 'The specified object was not found in the store.', { code: 'ErrorItemNotFound' });
/** What OneDrive says of an item that is not there. */
export const noFile = (): Refusal => new Refusal('not_found', 'Item not found', { code: 'itemNotFound' });

export const errorBody: ErrorBody = (status, reason) =>
  graphError(
    reason ?? (status === 429 ? 'TooManyRequests' : status >= 500 ? 'ServiceUnavailable' : 'BadRequest'),
    status >= 500 ? 'The service is temporarily unavailable.' : 'Refused.',
  );
