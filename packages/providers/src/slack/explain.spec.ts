import { expect, test } from '@jest/globals';
import { explain, isRefusal } from './explain.ts';

const refusal = (error: string, more: object = {}) => ({
  status: 200,
  headers: {},
  body: { ok: false, error, ...more },
});

test.each([
  ['invalid_auth', 'credential'],
  ['token_expired', 'credential'],
  ['token_revoked', 'credential'],
  ['account_inactive', 'credential'],
  ['channel_not_found', 'not_found'],
  ['message_not_found', 'not_found'],
  ['already_reacted', 'conflict'],
  ['not_in_channel', 'rejected'],
  ['msg_too_long', 'rejected'],
  ['bad_client_secret', 'not_set_up'],
  ['fatal_error', 'unavailable'],
  ['ratelimited', 'limited'],
  ['a_code_of_tomorrow', 'rejected'],
])('%s with status 200 means %s', (error, kind) => {
  expect(explain(refusal(error)).kind).toBe(kind);
});

test('a missing scope is named', () => {
  expect(explain(refusal('missing_scope', { needed: 'search:read', provided: 'chat:write' }))).toEqual({
    kind: 'scope',
    reason: 'search:read',
  });
});

test('only ok: false is a refusal', () => {
  expect(isRefusal({ ok: false, error: 'x' })).toBe(true);
  expect([{ ok: true }, {}, null, 'ok', [], { error: 'x' }].some(isRefusal)).toBe(false);
});

test('how long to wait is told by the header', () => {
  const told = explain({ status: 429, headers: { 'retry-after': '30' }, body: { ok: false, error: 'ratelimited' } });

  expect(told).toEqual({ kind: 'limited', reason: 'ratelimited', retryAfterSeconds: 30 });
  expect(explain({ status: 503, headers: {}, body: 'busy' }).kind).toBe('unavailable');
});
