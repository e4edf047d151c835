import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const failure = (status: number, code: string) => ({ type: 'error', status, code, message: 'Said by Box.' });

test.each([
  [400, 'bad_request', 'rejected'],
  [401, 'unauthorized', 'credential'],
  [403, 'insufficient_scope', 'scope'],
  [403, 'access_denied_insufficient_permissions', 'rejected'],
  [404, 'not_found', 'not_found'],
  [409, 'item_name_in_use', 'conflict'],
  [412, 'precondition_failed', 'conflict'],
  [429, 'too_many_requests', 'limited'],
  [500, 'internal_server_error', 'unavailable'],
  [503, 'unavailable', 'unavailable'],
])('%i %s means %s', (status, code, kind) => {
  expect(explain({ status, headers: {}, body: failure(status, code) })).toMatchObject({ kind, reason: 'Said by Box.' });
});

test('a lost scope is told by its header too, and is no failure of the credential', () => {
  const headers = { 'www-authenticate': 'Bearer realm="Service", error="insufficient_scope"' };

  expect(explain({ status: 403, headers, body: undefined })).toMatchObject({ kind: 'scope' });
});

test('how long to wait is what Box says', () => {
  const answer = { status: 429, headers: { 'retry-after': '7' }, body: failure(429, 'too_many_requests') };

  expect(explain(answer)).toMatchObject({ kind: 'limited', retryAfterSeconds: 7 });
});

test('a full account and a taken name say what is the matter', () => {
  expect(explain({ status: 403, headers: {}, body: failure(403, 'storage_limit_exceeded') }).advice).toContain('full');
  expect(explain({ status: 409, headers: {}, body: failure(409, 'item_name_in_use') }).advice).toContain('that name');
});
