import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const told = (status: number, code: string, message = 'Words.', headers: Record<string, string> = {}) =>
  explain({ status, headers, body: { error: { code, message, innerError: {} } } });

test.each([
  [400, 'ErrorInvalidIdMalformed', 'Id is malformed.', 'not_found'],
  [400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.', 'rejected'],
  [401, 'InvalidAuthenticationToken', 'Lifetime validation failed.', 'credential'],
  [403, 'ErrorAccessDenied', 'Access is denied.', 'scope'],
  [403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', 'scope'],
  [403, 'accessDenied', 'Either scp or roles claim need to be present: missing scopes.', 'scope'],
  [403, 'accessDenied', 'Sharing is off.', 'rejected'],
  [404, 'itemNotFound', 'Item not found', 'not_found'],
  [409, 'nameAlreadyExists', 'Name already exists', 'conflict'],
  [409, 'ErrorDuplicateTransactionId', 'The TransactionId is a duplicate.', 'conflict'],
  [412, 'resourceModified', 'ETag does not match', 'conflict'],
  [423, 'resourceLocked', 'The file is checked out', 'conflict'],
  [503, 'ServiceUnavailable', 'Try later', 'unavailable'],
])('%i %s with "%s" is %s, with the reason that Microsoft gives', (status, code, reason, expected) => {
  const { kind, reason: said } = told(status, code, reason);

  expect([kind, said]).toEqual([expected, reason]);
});

test('too many requests say how long to wait', () => {
  const limited = told(429, 'TooManyRequests', 'Slow down.', { 'retry-after': '23' });

  expect(limited).toEqual({ kind: 'limited', reason: 'Slow down.', retryAfterSeconds: 23 });
});

test.each([
  [404, 'MailboxNotEnabledForRESTAPI', 'no mailbox'],
  [507, 'quotaLimitReached', 'full'],
])('%i %s says what a person can know of it', (status, code, words) => {
  const { kind, advice } = told(status, code);

  expect(kind).toBe('rejected');
  expect(advice).toContain(words);
});

test('an answer without Microsoft’s words still has a kind', () => {
  expect(explain({ status: 502, headers: {}, body: '<html>' })).toMatchObject({ kind: 'unavailable' });
  expect(explain({ status: 418, headers: {}, body: undefined })).toMatchObject({ kind: 'rejected' });
});
