import { expect, test } from '@jest/globals';
import { explain, paidOnly } from './explain.ts';

const told = (status: number, message?: string, headers: Record<string, string> = {}) =>
  explain({
    status,
    headers,
    body: message === undefined ? undefined : { errors: [{ message, help: 'Read the docs.' }] },
  });

test.each([
  [400, 'due_on: Invalid date', 'rejected'],
  [401, 'Not Authorized', 'credential'],
  [403, 'Forbidden: missing one of the scopes tasks:write', 'scope'],
  [403, 'You do not have access to this project', 'rejected'],
  [404, 'task: Unknown object: 1', 'not_found'],
  [412, 'Sync token invalid or too old', 'conflict'],
  [500, 'Server Error', 'unavailable'],
])('%i with "%s" is %s, with the reason that Asana gives', (status, message, kind) => {
  expect(told(status, message)).toMatchObject({ kind, reason: message });
});

test('too many requests say how long to wait', () => {
  expect(told(429, 'Please, be chill.', { 'retry-after': '17' })).toEqual({
    kind: 'limited',
    reason: 'Please, be chill.',
    retryAfterSeconds: 17,
  });
});

test('a function of the paid plans says so', () => {
  expect(told(402, 'Payment Required')).toMatchObject({ kind: 'rejected', advice: paidOnly });
});
