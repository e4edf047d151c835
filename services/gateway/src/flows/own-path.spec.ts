import { expect, test } from '@jest/globals';
import { ownPath } from './own-path.ts';

const hostile = [
  '//evil.example',
  '///evil.example',
  String.raw`/\evil.example`,
  String.raw`\\evil.example`,
  String.raw`\/evil.example`,
  '/%2f%2fevil.example',
  '/%2F%2Fevil.example',
  '%2f%2fevil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  'https://evil.example',
  'http:evil.example',
  'https:/evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://evil.example/x',
  'ftp://evil.example',
  'mailto:a@evil.example',
  '@evil.example',
  'user:password@evil.example',
  'https://localhost:3000@evil.example',
  '/\r\nLocation: https://evil.example',
  '/\nSet-Cookie: a=b',
  '/\t/evil.example',
  '\t//evil.example',
  '/ /evil.example',
  '/\u0000/evil.example',
  '/\u2028/evil.example',
  '／／evil.example',
  '/．．/evil.example',
  '//evil.example/%2e%2e',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/./\\evil.example',
  '/%09/evil.example\\',
  '//[::1]',
  '//127.0.0.1',
  '//0x7f000001',
  '//localhost:3000',
  '?//evil.example',
  '#//evil.example',
  '.evil.example',
  'evil.example',
  '',
];

test.each(hostile)('O-16 %j stays at home', (wanted) => {
  const path = ownPath(wanted);

  expect(new URL(path, 'http://localhost:3000').origin).toBe('http://localhost:3000');
  expect(path).not.toContain('//');
  expect(path).not.toMatch(/[\\\r\n\t]/);
});

test.each(['/', '/connections', '/assistant/01990000-0000-7000-8000-000000000001?resume=1', '/calendar?view=week'])(
  'O-16 the own path %s is kept',
  (wanted) => {
    expect(ownPath(wanted)).toBe(wanted);
  },
);

test('O-16 fifty hostile forms are tried', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(50);
});
