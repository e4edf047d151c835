import { expect, test } from '@jest/globals';
import { firstChoice } from './methods.ts';

const method = (...ids: string[]) => ({
  features: ids.map((name) => {
    const id = name.replace('!', '');
    return { id, title: id, description: id, scopes: [], includes: [], required: name.endsWith('!') };
  }),
});

test.each([
  [
    ['identity!', 'tasks.read', 'tasks.write'],
    ['identity', 'tasks.read'],
  ],
  [['identity!', 'mail.read', 'calendar.read', 'drive.read', 'drive.write'], ['identity']],
  [['orders.read', 'orders.write', 'products.read'], ['orders.read']],
  [['places'], ['places']],
])('of %j only the least is ticked at first', (features, ticked) => {
  expect(firstChoice(method(...features))).toEqual(ticked);
});
