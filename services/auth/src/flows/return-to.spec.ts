import { expect, test } from '@jest/globals';
import { safeReturnTo } from './return-to.ts';

const hostile = [
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/%2f%2fevil.test',
  '/%5cevil.test',
  '%2f%2fevil.test',
  'https://evil.test',
  'http://evil.test/connections',
  'HTTPS://evil.test',
  'https:evil.test',
  'https:/evil.test',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://evil.test/x',
  '/connections@evil.test',
  '//user:pw@evil.test',
  'https://localhost:3000@evil.test',
  '/connections\r\nSet-Cookie: a=b',
  '/connections%0d%0aLocation: https://evil.test',
  '/connections\n',
  '/connections\t',
  '\t//evil.test',
  ' //evil.test',
  '/ /evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  '/connections/../../evil',
  '/connections/%2e%2e/evil',
  '/./evil',
  '/..//evil.test',
  '/evil',
  '/api/v1/connections',
  '/oauth/google/callback?code=x',
  '/connections#//evil.test',
  '/connections;//evil.test',
  '/connections?next=https://evil.test',
  '/connections?next=//evil.test',
  '/connections?a=%0d%0a',
  '/connections//evil.test',
  '/connections/\u0000',
  '/connections/\u202eevil',
  '/connection\u017f',
  '／／evil.test',
  '/。evil.test',
  '',
  'connections',
  '?a=b',
  '/connections/a/b/c/d/e',
  `/connections/${'a'.repeat(500)}`,
  '<script>',
];

test('O-16 every hostile form of a return path stays home', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(50);
  const left = hostile.filter((path) => safeReturnTo(path, '/home') !== '/home');
  expect(left).toEqual([]);
});

test('O-16 a listed page of our own is returned to, with plain parameters', () => {
  for (const path of ['/', '/connections', '/assistant/0199', '/assistant/0199?resume=true', '/calendar?view=week'])
    expect(safeReturnTo(path, '/home')).toBe(path);
});
