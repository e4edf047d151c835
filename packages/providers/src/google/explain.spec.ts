import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const failure = (code: number, reason: string, message = 'Said by Google.') => ({
  error: { code, message, errors: [{ domain: 'global', reason, message }] },
});

test.each([
  [401, 'authError', 'credential'],
  [403, 'insufficientPermissions', 'scope'],
  [403, 'rateLimitExceeded', 'limited'],
  [403, 'userRateLimitExceeded', 'limited'],
  [403, 'quotaExceeded', 'limited'],
  [403, 'accessNotConfigured', 'not_set_up'],
  [403, 'forbiddenForNonOrganizer', 'rejected'],
  [404, 'notFound', 'not_found'],
  [410, 'deleted', 'not_found'],
  [409, 'duplicate', 'conflict'],
  [412, 'conditionNotMet', 'conflict'],
  [429, 'rateLimitExceeded', 'limited'],
  [400, 'invalid', 'rejected'],
  [503, 'backendError', 'unavailable'],
])('%i %s means %s', (status, reason, kind) => {
  expect(explain({ status, headers: {}, body: failure(status, reason) })).toMatchObject({
    kind,
    reason: 'Said by Google.',
  });
});

test('an API that is off in the project says what to do', () => {
  const body = {
    error: {
      message: 'Gmail API has not been used.',
      status: 'PERMISSION_DENIED',
      details: [{ reason: 'SERVICE_DISABLED' }],
    },
  };

  expect(explain({ status: 403, headers: {}, body })).toMatchObject({
    kind: 'not_set_up',
    advice: expect.stringContaining('not enabled in the Google project'),
  });
});

test('Retry-After is read in seconds', () => {
  expect(explain({ status: 429, headers: { 'retry-after': '7' }, body: {} }).retryAfterSeconds).toBe(7);
  expect(explain({ status: 429, headers: { 'retry-after': 'soon' }, body: {} }).retryAfterSeconds).toBeUndefined();
});
