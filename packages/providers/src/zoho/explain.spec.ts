import { expect, test } from '@jest/globals';
import { explain, isRefusal } from './explain.ts';

const said = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  explain({ status, headers, body });
const crm = (code: string) => ({ code, details: {}, message: 'why', status: 'error' });

test.each([
  [401, crm('INVALID_TOKEN'), 'credential'],
  [401, crm('OAUTH_SCOPE_MISMATCH'), 'scope'],
  [403, { status: { code: 403, description: 'Forbidden' }, data: { errorCode: 'INVALID_OAUTHSCOPE' } }, 'scope'],
  [429, crm('TOO_MANY_REQUESTS'), 'limited'],
  [400, crm('INVALID_DATA'), 'rejected'],
  [202, { data: [crm('DUPLICATE_DATA')] }, 'conflict'],
  [404, { status: { code: 404, description: 'Invalid Input' }, data: { errorCode: 'MESSAGE_NOT_FOUND' } }, 'not_found'],
  [503, '<html>', 'unavailable'],
] as const)('%i with %j is %s', (status, body, kind) => {
  expect(said(status, body).kind).toBe(kind);
});

test('a lost permission is no reason to connect again', () => {
  expect(said(401, crm('OAUTH_SCOPE_MISMATCH'))).toEqual({ kind: 'scope', reason: 'why' });
});

test('a row that failed is a refusal though the status says otherwise', () => {
  expect(isRefusal({ data: [{ ...crm('MANDATORY_NOT_FOUND'), details: { api_name: 'Last_Name' } }] })).toBe(true);
  expect(isRefusal({ data: [{ code: 'SUCCESS', status: 'success', details: {}, message: 'record added' }] })).toBe(
    false,
  );
  expect(isRefusal({ data: [] })).toBe(false);
});

test('the field that is wrong is named, and the wait that Zoho asks for is kept', () => {
  const row = { data: [{ ...crm('MANDATORY_NOT_FOUND'), details: { api_name: 'Last_Name' } }] };

  expect(said(202, row).reason).toBe('why (Last_Name)');
  expect(said(429, crm('TOO_MANY_REQUESTS'), { 'retry-after': '7' }).retryAfterSeconds).toBe(7);
});
