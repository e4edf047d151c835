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
  [400, 'failedPrecondition', 'conflict'],
  [403, 'sharingRateLimitExceeded', 'limited'],
  [403, 'storageQuotaExceeded', 'rejected'],
  [409, 'fileIdInUse', 'conflict'],
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

test('a wrong key is a credential to replace, a restricted one is to be set up', () => {
  const body = (reason: string) => ({ error: { message: 'No.', status: 'X', details: [{ reason }] } });

  expect(explain({ status: 400, headers: {}, body: body('API_KEY_INVALID') })).toMatchObject({ kind: 'credential' });
  expect(explain({ status: 403, headers: {}, body: body('API_KEY_SERVICE_BLOCKED') })).toMatchObject({
    kind: 'not_set_up',
    advice: expect.stringContaining('restricted'),
  });
});

test.each([
  ['appNotAuthorizedToFile', 'files it made'],
  ['insufficientFilePermissions', 'Ask its owner'],
  ['storageQuotaExceeded', 'full'],
  ['exportSizeLimitExceeded', '10 MB'],
  ['fileNotDownloadable', 'not let this file'],
])('%s says what a person can do', (reason, words) => {
  expect(explain({ status: 403, headers: {}, body: failure(403, reason) })).toMatchObject({
    kind: 'rejected',
    advice: expect.stringContaining(words),
  });
});

test('Retry-After is read in seconds', () => {
  expect(explain({ status: 429, headers: { 'retry-after': '7' }, body: {} }).retryAfterSeconds).toBe(7);
  expect(explain({ status: 429, headers: { 'retry-after': 'soon' }, body: {} }).retryAfterSeconds).toBeUndefined();
});
