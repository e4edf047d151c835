import { expect, test } from '@jest/globals';
import { cryptoImports } from './crypto/imports.ts';
import { cryptoInventory } from './crypto/inventory.ts';
import { generate } from './crypto.ts';

test('V-18 no file outside the list imports cryptography, and none of the list is gone', () => {
  const listed = cryptoInventory.flatMap(({ files }) => files);

  expect(cryptoImports()).toEqual([...listed].sort());
  expect(new Set(listed).size).toBe(listed.length);
});

test('V-18 the page names every use with its algorithm and files', () => {
  const page = generate()['docs/generated/crypto.md']!;

  for (const { what, algorithm } of cryptoInventory) expect(page).toContain(`| ${what} | ${algorithm} |`);
});
