import { json } from '../kit/exchange.ts';
import { type Refusal, type RefusalKind, type Refuse, wordsOf } from '../kit/refusal.ts';

const types: Partial<Record<RefusalKind, readonly [status: number, type: string, code: string | null]>> = {
  unauthenticated: [401, 'invalid_request_error', null],
  bad_token: [401, 'invalid_request_error', 'invalid_api_key'],
  expired_token: [401, 'invalid_request_error', 'invalid_api_key'],
  scope: [403, 'invalid_request_error', null],
  limited: [429, 'requests', 'rate_limit_exceeded'],
  unknown_path: [404, 'invalid_request_error', null],
  unknown_method: [405, 'invalid_request_error', 'method_not_supported'],
  not_found: [404, 'invalid_request_error', null],
  body_type: [400, 'invalid_request_error', null],
};

/** Errors as OpenAI words them. @see https://platform.openai.com/docs/guides/error-codes (read 2026-11-21) */
export const refuse: Refuse = (refusal) => {
  const { kind, detail } = refusal;
  const [status, type, code] = types[kind] ?? [400, 'invalid_request_error', null];
  const [message, param] = wordsFor(refusal);
  const error = {
    message,
    type: (detail.data?.['type'] as string | undefined) ?? type,
    param,
    code: detail.code ?? code,
  };
  const wait: Record<string, string> = detail.seconds === undefined ? {} : { 'retry-after': String(detail.seconds) };
  return json(detail.status ?? status, { error }, wait);
};

function wordsFor({ kind, message, detail }: Refusal): [message: string, param: string | null] {
  if (detail.issue) {
    const { field, unknown, text } = wordsOf(detail.issue);
    return unknown
      ? [`Unrecognized request argument supplied: ${field}`, null]
      : [`Invalid value for '${field}': ${text}.`, field];
  }
  if (kind === 'unauthenticated')
    return ["You didn't provide an API key. You need to provide your API key in an Authorization header.", null];
  if (kind === 'bad_token')
    return [
      'Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.',
      null,
    ];
  if (kind === 'unknown_path') return ['Invalid URL', null];
  return [message, detail.field ?? null];
}
