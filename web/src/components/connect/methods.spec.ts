import { expect, test } from '@jest/globals';
import { firstChoice } from './methods.ts';

/** A name with `!` is required, one with `?` only reads. */
const method = (...names: string[]) => ({
  features: names.map((name) => {
    const id = name.replace(/[!?]$/, '');
    const shown = { id, title: id, description: id, scopes: [], includes: [] };
    return { ...shown, required: name.endsWith('!'), reads: name.endsWith('?') };
  }),
});

test.each([
  [
    ['identity!', 'tasks?', 'tasks.write'],
    ['identity', 'tasks'],
  ],
  [['identity!', 'mail.read?', 'calendar.read?', 'drive.read?', 'drive.write'], ['identity']],
  [['orders.read?', 'orders.write', 'products.read?'], ['orders.read']],
  [['places'], ['places']],
])('of %j only the least is ticked at first', (features, ticked) => {
  expect(firstChoice(method(...features))).toEqual(ticked);
});
