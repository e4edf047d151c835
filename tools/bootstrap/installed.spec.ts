import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
// @ts-expect-error -- plain JavaScript: the bootstrap runs before anything is installed
import { isInstalled } from './installed.mjs';

type Packages = Record<string, { version?: string; optional?: boolean; link?: boolean }>;

function repository(wanted: Packages, recorded: Packages | undefined, present: readonly string[]) {
  const root = mkdtempSync(path.join(tmpdir(), 'switchboard-installed-'));
  const write = (file: string, value: unknown) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), JSON.stringify(value));
  };
  write('package-lock.json', { packages: wanted });
  if (recorded) write('node_modules/.package-lock.json', { packages: recorded });
  for (const location of present) write(`${location}/package.json`, {});
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

const zod = { 'node_modules/zod': { version: '4.6.7' } };

test('what npm recorded and what is there count as installed', () => {
  using fresh = repository({ '': {}, ...zod }, zod, ['node_modules/zod']);

  expect(isInstalled(fresh.root)).toBe(true);
});

test('an optional package of another platform need not be there', () => {
  using fresh = repository({ ...zod, 'node_modules/other': { version: '1.0.0', optional: true } }, zod, [
    'node_modules/zod',
  ]);

  expect(isInstalled(fresh.root)).toBe(true);
});

test.each([
  ['an interrupted install, which npm never recorded', zod, undefined, ['node_modules/zod']],
  ['an older version', zod, { 'node_modules/zod': { version: '4.6.6' } }, ['node_modules/zod']],
  ['a package that was removed by hand', zod, zod, []],
  ['a workspace that is new', { ...zod, 'node_modules/@switchboard/new': { link: true } }, zod, ['node_modules/zod']],
] as const)('%s has to be installed', (_case, wanted, recorded, present) => {
  using found = repository(wanted, recorded, present);

  expect(isInstalled(found.root)).toBe(false);
});
