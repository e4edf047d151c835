import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { providerFiles } from './provider.ts';

const root = path.join(import.meta.dirname, '../..');
const added = (before: string, after: string): string[] => {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
};

test('a new provider costs its two folders and one line', () => {
  const made = providerFiles(root, 'acme notes');
  const lines = Object.entries(made.edits!).map(([file, edit]) => {
    const before = readFileSync(path.join(root, file), 'utf8');
    return added(before, edit(before));
  });

  expect(Object.keys(made.files).every((file) => /^(?:packages\/providers|sandbox)\/src\/acmenotes\//.test(file))).toBe(
    true,
  );
  expect(lines).toEqual([["  import('./acmenotes/index.ts'),"]]);
});

test('a name that is no identifier is refused', () => {
  expect(() => providerFiles(root, '365')).toThrow('letters and digits');
});
