import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const said = (status: number, message: string, headers: Record<string, string> = {}, errors?: unknown) =>
  explain({ status, headers, body: { message, errors, documentation_url: 'https://docs.github.com/rest' } });

test.each([
  ['a bad token', said(401, 'Bad credentials'), { kind: 'credential', reason: 'Bad credentials' }],
  ['something missing', said(404, 'Not Found'), { kind: 'not_found', reason: 'Not Found' }],
  ['a conflict', said(409, 'Git Repository is empty.'), { kind: 'conflict' }],
  ['issues that are turned off', said(410, 'Issues are disabled for this repo'), { kind: 'rejected' }],
  ['a bad day', said(502, 'Server Error'), { kind: 'unavailable' }],
])('%s', (_what, explained, expected) => {
  expect(explained).toMatchObject(expected);
});

test.each([
  [[{ resource: 'Issue', field: 'title', code: 'missing_field' }], 'Validation Failed: title missing field'],
  [
    [{ message: 'The search is longer than 256 characters.', code: 'invalid' }],
    'Validation Failed: The search is longer than 256 characters.',
  ],
  [['Could not resolve to a node'], 'Validation Failed: Could not resolve to a node'],
  [undefined, 'Validation Failed'],
  [7, 'Validation Failed'],
])('a failed validation with %j tells the first thing that is wrong', (errors, reason) => {
  expect(said(422, 'Validation Failed', {}, errors)).toEqual({ kind: 'rejected', reason });
});

test('F-23 a limit says how long to wait: as told, or until it is full again by the provider’s own clock', () => {
  const date = 'Sat, 21 Nov 2026 12:00:00 GMT';
  const reset = String(Date.parse(date) / 1000 + 90);

  expect(said(429, 'Slow down', { 'retry-after': '7' })).toMatchObject({ kind: 'limited', retryAfterSeconds: 7 });
  expect(said(403, 'x', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, date })).toMatchObject({
    kind: 'limited',
    retryAfterSeconds: 90,
  });
  expect(said(403, 'You have exceeded a secondary rate limit.')).toMatchObject({
    kind: 'limited',
    retryAfterSeconds: undefined,
  });
});

test('a missing scope is told from other refusals by the scopes that would do', () => {
  const accepted = { 'x-accepted-oauth-scopes': 'public_repo, repo' };

  expect(said(403, 'no', { ...accepted, 'x-oauth-scopes': 'notifications' }).kind).toBe('scope');
  expect(said(403, 'no', { ...accepted, 'x-oauth-scopes': 'repo' }).kind).toBe('rejected');
  expect(said(403, 'Repository was archived so is read-only.').kind).toBe('rejected');
});
