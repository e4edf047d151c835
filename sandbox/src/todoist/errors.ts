import { json } from '../kit/exchange.ts';
import type { ErrorBody } from '../kit/faults.ts';
import { nameFor } from '../kit/random.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';

interface Worded {
  readonly status: number;
  readonly code: number;
  readonly tag: string;
  readonly text: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** `{ error, error_code, error_extra, error_tag, http_code }`, as every refusal of Todoist's API is. */
const bodyOf = ({ status, code, tag, text, extra }: Worded): unknown => ({
  error: text,
  error_code: code,
  error_extra: { event_id: nameFor(tag + text, 32), retry_after: 3, ...extra },
  error_tag: tag,
  http_code: status,
});

export const refuse: Refuse = (refusal) => {
  const worded = wordedOf(refusal);
  const limited = refusal.kind === 'limited';
  return json(worded.status, bodyOf(worded), limited ? { 'retry-after': String(refusal.detail.seconds) } : {});
};

function wordedOf({ kind, message, detail }: Refusal): Worded {
  switch (kind) {
    case 'unauthenticated':
    case 'expired_token':
      return { status: 401, code: 477, tag: 'UNAUTHORIZED', text: 'Unauthorized' };
    case 'bad_token':
      return {
        status: 403,
        code: 401,
        tag: 'AUTH_INVALID_TOKEN',
        text: 'Invalid token',
        extra: { access_type: 'access_token' },
      };
    case 'scope':
      return {
        status: 403,
        code: 403,
        tag: 'AUTH_INSUFFICIENT_TOKEN_SCOPE',
        text: 'Insufficient Token scope',
        extra: { access_type: 'access_token' },
      };
    case 'limited':
      return {
        status: 429,
        code: 35,
        tag: 'LIMITS_REACHED',
        text: 'Too many requests. Limits reached. Try again later',
        extra: { retry_after: detail.seconds },
      };
    case 'unknown_path':
    case 'not_found':
      return { status: 404, code: 478, tag: 'NOT_FOUND', text: kind === 'not_found' ? message : 'Not found' };
    case 'unknown_method':
      return { status: 405, code: 405, tag: 'METHOD_NOT_ALLOWED', text: 'Method not allowed' };
    default:
      return argument(message, detail);
  }
}

function argument(message: string, { issue, field }: Refusal['detail']): Worded {
  const at = issue ? wordsOf(issue) : { field, text: message };
  if (issue?.message.includes('received undefined'))
    return {
      status: 400,
      code: 19,
      tag: 'ARGUMENT_MISSING',
      text: 'Required argument is missing',
      extra: { argument: at.field },
    };
  const extra = { ...(at.field !== undefined && { argument: at.field }), explanation: at.text };
  return { status: 400, code: 20, tag: 'INVALID_ARGUMENT_VALUE', text: 'Invalid argument value', extra };
}

export const notFound = (what: string): Refusal => new Refusal('not_found', `${what} not found`);
export const invalid = (message: string, field?: string): Refusal =>
  new Refusal('invalid', message, field === undefined ? {} : { field });

export const errorBody: ErrorBody = (status, reason) =>
  bodyOf({
    status,
    code: status === 429 ? 35 : status,
    tag: status === 429 ? 'LIMITS_REACHED' : status >= 500 ? 'INTERNAL_ERROR' : 'BAD_REQUEST',
    text: reason ?? (status === 429 ? 'Too many requests. Limits reached. Try again later' : 'The request failed.'),
  });
