import { expect, test } from '@jest/globals';
import { quoted, searchOf } from './search.ts';

test('words that a person typed never become a filter or an operator', () => {
  expect(searchOf('tag:secret OR  "x" -y')).toBe(String.raw`"tag:secret" "OR" "\"x\"" "-y"`);
  expect(searchOf(String.raw`back\slash`)).toBe(String.raw`"back\\slash"`);
});

test('filters without a value are left out, and nothing at all searches for nothing', () => {
  expect(searchOf('map', { status: 'open', tag: undefined, created_at: quoted('2026-11-01T00:00:00Z', '>=') })).toBe(
    `"map" status:open created_at:>='2026-11-01T00:00:00Z'`,
  );
  expect(searchOf(' \t ', { status: undefined })).toBeNull();
});
