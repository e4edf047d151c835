import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { defineAction } from './action.ts';
import { apiKey } from './auth.ts';
import { readsOnly } from './reads-only.ts';

const action = (effect: 'read' | 'write', ...needs: string[]) =>
  defineAction({
    name: `${effect}_thing`,
    title: 'A thing',
    description: 'Something with a thing.',
    effect,
    idempotent: true,
    needs,
    input: z.object({}),
    output: z.object({}),
    run: () => Promise.resolve({}),
    examples: [{ input: {} }],
  });
const key = apiKey({
  identity: { endpoint: 'https://acme.test/me', subject: '/id' },
  features: { whole: { title: 'Whole', description: 'All of it.', scopes: [] } },
});
const auth = { key: { ...key, baseFeatures: ['base'] } };

test.each([
  ['all that it opens reads', [action('read', 'stock')], true],
  ['it lets something be changed', [action('read', 'stock'), action('write', 'stock')], false],
  ['what it changes needs another feature as well', [action('read', 'stock'), action('write', 'stock', 'more')], true],
  ['the base features open the change with it', [action('read', 'stock'), action('write', 'stock', 'base')], false],
  ['no action needs it', [action('read', 'base')], false],
])('where %s', (_, actions, reads) => {
  expect(readsOnly({ auth, actions }, 'stock')).toBe(reads);
});
