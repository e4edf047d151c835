import { json, type SandboxAnswer } from '../kit/exchange.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';

const statuses: Readonly<Record<Refusal['kind'], readonly [status: number, code: string]>> = {
  unknown_path: [404, 'not_found'],
  unknown_method: [405, 'method_not_allowed'],
  unauthenticated: [401, 'unauthorized'],
  bad_token: [401, 'unauthorized'],
  expired_token: [401, 'unauthorized'],
  scope: [403, 'insufficient_scope'],
  limited: [429, 'too_many_requests'],
  body_type: [415, 'bad_request'],
  body_syntax: [400, 'bad_request'],
  bad_query: [400, 'bad_request'],
  bad_body: [400, 'bad_request'],
  not_found: [404, 'not_found'],
  conflict: [409, 'conflict'],
  forbidden: [403, 'forbidden'],
  invalid: [400, 'bad_request'],
};

let count = 0;

/** What Box says no with. */
export const boxError = (status: number, code: string, message: string, info?: unknown): Record<string, unknown> => ({
  type: 'error',
  status,
  code,
  help_url: 'https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/',
  message,
  request_id: `sandbox${(count += 1)}`,
  ...(info !== undefined && { context_info: info }),
});

/** Gives a refusal Box's shape and headers. */
export const refuse: Refuse = ({ kind, message, detail }): SandboxAnswer => {
  const [usual, usualCode] = statuses[kind];
  const status = detail.status ?? usual;
  const code = detail.code === undefined || detail.code === 'invalid_cursor' ? usualCode : detail.code;
  const words = detail.issue ? wordsOf(detail.issue) : undefined;
  const errors = words && [{ reason: 'invalid_parameter', name: words.field, message: words.text }];
  const error = /token/.test(kind) || kind === 'scope' ? code.replace('unauthorized', 'invalid_token') : undefined;
  return json(status, boxError(status, code, words?.text ?? message, errors ? { errors } : detail.data), {
    ...(status === 401 || kind === 'scope'
      ? { 'www-authenticate': `Bearer realm="Service"${error ? `, error="${error}"` : ''}` }
      : {}),
    ...(detail.seconds !== undefined && { 'retry-after': String(detail.seconds) }),
  });
};

export const notFound = (): Refusal => new Refusal('not_found', 'Not Found');
export const nameInUse = (conflicts: unknown): Refusal =>
  new Refusal('conflict', 'Item with the same name already exists', { code: 'item_name_in_use', data: { conflicts } });
export const stale = (): Refusal =>
  new Refusal('conflict', 'The resource has been modified. Please retrieve the resource again and retry', {
    status: 412,
    code: 'precondition_failed',
  });
export const invalid = (message: string, code = 'bad_request', status = 400): Refusal =>
  new Refusal('invalid', message, { code, status });
