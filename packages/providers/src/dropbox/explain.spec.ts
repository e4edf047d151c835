import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const failure = (error: unknown, summary = 'said/by/dropbox/...') => ({ error_summary: summary, error });
const path = (reason: unknown) => ({ '.tag': 'path', path: reason });

test.each([
  [401, { '.tag': 'expired_access_token' }, 'credential'],
  [401, { '.tag': 'invalid_access_token' }, 'credential'],
  [401, { '.tag': 'missing_scope', required_scope: 'sharing.write' }, 'scope'],
  [403, { '.tag': 'team_access_denied' }, 'rejected'],
  [409, path({ '.tag': 'not_found' }), 'not_found'],
  [409, { '.tag': 'shared_link_not_found' }, 'not_found'],
  [409, path({ '.tag': 'conflict', conflict: { '.tag': 'file' } }), 'conflict'],
  [409, { '.tag': 'path', reason: { '.tag': 'conflict', conflict: 'file' }, upload_session_id: 'x' }, 'conflict'],
  [409, { '.tag': 'shared_link_already_exists' }, 'conflict'],
  [409, { '.tag': 'reset' }, 'conflict'],
  [409, path({ '.tag': 'too_many_write_operations' }), 'limited'],
  [409, path({ '.tag': 'insufficient_space' }), 'rejected'],
  [409, { '.tag': 'cant_move_folder_into_itself' }, 'rejected'],
  [429, { reason: { '.tag': 'too_many_requests' }, retry_after: 3 }, 'limited'],
])('%i with %j means %s', (status, error, kind) => {
  expect(explain({ status, headers: {}, body: failure(error) })).toMatchObject({ kind });
});

test('the reason is what Dropbox says, without the dots that stand for more', () => {
  const body = failure(path({ '.tag': 'not_found' }), 'path/not_found/...');

  expect(explain({ status: 409, headers: {}, body }).reason).toBe('path/not_found');
  expect(explain({ status: 400, headers: {}, body: 'Invalid "cursor".' })).toEqual({
    kind: 'rejected',
    reason: 'Invalid "cursor".',
  });
  expect(explain({ status: 503, headers: {}, body: '' }).kind).toBe('unavailable');
});

test('a missing scope is named', () => {
  const body = failure({ '.tag': 'missing_scope', required_scope: 'files.content.write' });

  expect(explain({ status: 401, headers: {}, body })).toEqual({ kind: 'scope', reason: 'files.content.write' });
});

test('how long to wait is told by the header, or else by the body', () => {
  const body = failure({ reason: { '.tag': 'too_many_requests' }, retry_after: 3 });

  expect(explain({ status: 429, headers: { 'retry-after': '7' }, body }).retryAfterSeconds).toBe(7);
  expect(explain({ status: 429, headers: {}, body }).retryAfterSeconds).toBe(3);
});

test('where an upload stands is told in the reason', () => {
  const plain = failure({ '.tag': 'incorrect_offset', correct_offset: 4_194_304 });
  const nested = failure({ '.tag': 'lookup_failed', lookup_failed: { '.tag': 'incorrect_offset', correct_offset: 7 } });

  expect(explain({ status: 409, headers: {}, body: plain })).toEqual({
    kind: 'conflict',
    reason: 'incorrect_offset 4194304',
  });
  expect(explain({ status: 409, headers: {}, body: nested }).reason).toBe('incorrect_offset 7');
});
