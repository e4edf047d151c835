import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

test.each([
  [400, 'invalid id', 'rejected'],
  [401, 'invalid token', 'credential'],
  [401, 'invalid key', 'credential'],
  [401, 'unauthorized permission requested', 'scope'],
  [404, 'The requested resource was not found.', 'not_found'],
  [409, 'Conflict', 'conflict'],
  [500, 'Something broke', 'unavailable'],
])('%i in plain text, "%s", means %s', (status, body, kind) => {
  expect(explain({ status, headers: {}, body })).toMatchObject({ kind, reason: body });
});

test("a scope that Atlassian's token lacks is no failure of the credential", () => {
  const body = { code: 403, message: 'Unauthorized; scope does not match' };

  expect(explain({ status: 403, headers: {}, body })).toMatchObject({ kind: 'scope', reason: body.message });
});

test('a workspace that the app may not enter is told as such', () => {
  expect(explain({ status: 403, headers: {}, body: 'forbidden' })).toMatchObject({
    kind: 'rejected',
    advice: expect.stringContaining('workspace'),
  });
});

test('a limit is waited for as long as its window is, as Trello does not say', () => {
  const body = { error: 'API_TOKEN_LIMIT_EXCEEDED', message: 'Rate limit exceeded' };

  expect(explain({ status: 429, headers: {}, body })).toMatchObject({ kind: 'limited', retryAfterSeconds: 10 });
});

test('a page of HTML is no reason to show', () => {
  expect(explain({ status: 502, headers: {}, body: '<html>Bad gateway</html>' })).toEqual({ kind: 'unavailable' });
});
