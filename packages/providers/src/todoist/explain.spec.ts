import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const told = (status: number, error: string, tag: string, extra: object = {}, headers = {}) =>
  explain({
    status,
    headers,
    body: {
      error,
      error_code: 1,
      error_tag: tag,
      error_extra: { event_id: 'e1', retry_after: 3, ...extra },
      http_code: status,
    },
  });

test.each([
  [401, 'Unauthorized', 'UNAUTHORIZED', 'credential'],
  [403, 'Invalid token', 'AUTH_INVALID_TOKEN', 'credential'],
  [403, 'Insufficient Token scope', 'AUTH_INSUFFICIENT_TOKEN_SCOPE', 'scope'],
  [403, 'Maximum number of items per user project limit reached', 'MAX_ITEMS_LIMIT_REACHED', 'rejected'],
  [404, 'Task not found', 'NOT_FOUND', 'not_found'],
  [500, 'Internal error', 'INTERNAL_ERROR', 'unavailable'],
])('%i "%s" is %s', (status, error, tag, kind) => {
  expect(told(status, error, tag)).toMatchObject({ kind, reason: error });
});

test('the time that every error names counts only where calls are limited', () => {
  expect(told(404, 'Task not found', 'NOT_FOUND')).not.toHaveProperty('retryAfterSeconds');
  expect(told(429, 'Too many requests', 'LIMITS_REACHED', { retry_after: 66 })).toMatchObject({
    retryAfterSeconds: 66,
  });
  expect(told(429, 'Too many requests', 'LIMITS_REACHED', {}, { 'retry-after': '9' })).toMatchObject({
    retryAfterSeconds: 9,
  });
});

test('a refused argument is named with what Todoist says of it', () => {
  const extra = { argument: 'due_string', explanation: 'Date cannot be parsed' };

  expect(told(400, 'Invalid argument value', 'INVALID_ARGUMENT_VALUE', extra).reason).toBe(
    'Invalid argument value: Date cannot be parsed',
  );
});

test('an old address that is gone says so in plain text', () => {
  expect(explain({ status: 410, headers: {}, body: 'This endpoint is deprecated.' })).toMatchObject({
    kind: 'rejected',
  });
});
