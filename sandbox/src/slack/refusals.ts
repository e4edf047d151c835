import { json } from '../kit/exchange.ts';
import type { ErrorBody } from '../kit/faults.ts';
import { Refusal, type Refuse } from '../kit/refusal.ts';

/** A refusal with a code of Slack's. */
export const no = (error: string): Refusal => new Refusal('invalid', error, { code: error });

const codes: Readonly<Partial<Record<Refusal['kind'], string>>> = {
  unauthenticated: 'not_authed',
  bad_token: 'invalid_auth',
  expired_token: 'token_expired',
  scope: 'missing_scope',
  limited: 'ratelimited',
  unknown_path: 'unknown_method',
  unknown_method: 'unknown_method',
  body_type: 'invalid_post_type',
  body_syntax: 'invalid_json',
};

/** Slack refuses with status 200 (https://docs.slack.dev/apis/web-api/#responses, read 2026-11-21), but for limits. */
export const refuse: Refuse = ({ kind, detail }) => {
  const unknown = detail.issue?.code === 'unrecognized_keys';
  const error = detail.code ?? codes[kind] ?? (unknown ? 'invalid_arg_name' : 'invalid_arguments');
  const needed = kind === 'scope' ? { needed: detail.scopes?.[0], provided: 'identify' } : {};
  if (kind !== 'limited') return json(200, { ok: false, error, ...needed });
  return json(429, { ok: false, error }, { 'retry-after': String(detail.seconds ?? 1) });
};

/** How Slack words what a fault switch asks for. */
export const errorBody: ErrorBody = (status, reason) => ({
  ok: false,
  error: reason ?? (status === 401 ? 'invalid_auth' : status === 429 ? 'ratelimited' : 'internal_error'),
});
