import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const said = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  explain({ status, headers, body: { object: 'error', status, code, message, request_id: 'r' } });

test.each([
  [401, 'unauthorized', 'API token is invalid.', 'credential'],
  [403, 'restricted_resource', 'Insufficient permissions for this endpoint.', 'not_set_up'],
  [404, 'object_not_found', 'Could not find page.', 'not_found'],
  [409, 'conflict_error', 'Conflict occurred while saving.', 'conflict'],
  [400, 'validation_error', 'body.parent should be defined.', 'rejected'],
  [500, 'internal_server_error', 'Unexpected error occurred.', 'unavailable'],
  [503, 'database_connection_unavailable', 'Notion is unavailable.', 'unavailable'],
])('%i %s is told with the reason of Notion', (status, code, message, kind) => {
  expect(said(status, code, message)).toMatchObject({ kind, reason: message });
});

test('F-23 a limit says how long to wait', () => {
  expect(said(429, 'rate_limited', 'Slow down.', { 'retry-after': '12' })).toMatchObject({
    kind: 'limited',
    retryAfterSeconds: 12,
  });
  expect(said(429, 'rate_limited', 'Slow down.', { 'retry-after': 'soon' }).retryAfterSeconds).toBeUndefined();
});

test('a missing capability tells whose work it is', () => {
  expect(said(403, 'restricted_resource', 'No.').advice).toContain('admin');
});
