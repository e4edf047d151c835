import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { connection } from '../../testing/samples/connections.ts';
import { actions, providers } from '../../testing/samples/providers.ts';

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as c.ActionView['input'];
const board = z.string().describe('Board');
const item = { action: 'trello.read_board', items: 'lists.cards', given: { id: 'boardId' }, where: { open: true } };
const moveCard: c.ActionView = {
  ...actions[1]!,
  ref: c.ActionRef.parse('trello.move_card'),
  title: 'Move card',
  input: jsonSchema(z.strictObject({ boardId: board, cardId: z.string().describe('Card').meta({ picked: item }) })),
  examples: [],
};
const readBoard: c.ActionView = {
  ...actions[0]!,
  ref: c.ActionRef.parse('trello.read_board'),
  input: jsonSchema(z.strictObject({ id: board })),
};
const lists = [
  { cards: [{ id: 'c1', title: 'Paint the hull', open: true }] },
  { cards: [{ id: 'c2', title: 'Mend the sail', open: true }, { id: 'c3', title: 'Sold the oars', open: false }] }, // prettier-ignore
];

test('a choice that depends on a field waits for it, asks with it, and offers the rows that fit', async () => {
  const asked: unknown[] = [];
  const hub = sampleHub()
    .on(c.getProvider, () => ({ ...providers[1]!, actions: [moveCard, readBoard] }))
    .on(c.postConnectionAction, ({ body }) => (asked.push(body), { lists }));
  using page = openPage(`/connections/${connection.id}/actions/trello/move_card`, hub);

  await page.user.click(await page.screen.findByRole('combobox', { name: /^Card/ }));

  expect(await page.screen.findByText('Fill in first: Board')).toBeTruthy();
  expect(asked).toEqual([]);

  await page.user.click(page.screen.getByRole('textbox', { name: /^Board/ }));
  await page.user.paste('b7');
  await page.user.click(page.screen.getByRole('combobox', { name: /^Card/ }));

  expect(await page.screen.findByRole('option', { name: 'Mend the sail' })).toBeTruthy();
  expect(page.screen.getByRole('option', { name: 'Paint the hull' })).toBeTruthy();
  expect(page.screen.queryByRole('option', { name: 'Sold the oars' })).toBeNull();
  expect(asked).toEqual([{ id: 'b7' }]);
});

test('choices that the provider asks to wait for a moment with are asked for again, and offered', async () => {
  const asked: unknown[] = [];
  const hub = sampleHub()
    .on(c.getProvider, () => ({ ...providers[1]!, actions: [moveCard, readBoard] }))
    .on(c.postConnectionAction, ({ body }) => {
      if (asked.push(body) === 1) throw new c.HubError('rate_limited', 'Too much at once.', { retryAfterSeconds: 1 });
      return { lists };
    });
  using page = openPage(`/connections/${connection.id}/actions/trello/move_card`, hub);

  await page.user.click(await page.screen.findByRole('textbox', { name: /^Board/ }));
  await page.user.paste('b7');
  await page.user.click(page.screen.getByRole('combobox', { name: /^Card/ }));

  expect(await page.screen.findByRole('option', { name: 'Mend the sail' }, { timeout: 5_000 })).toBeTruthy();
  expect(asked).toHaveLength(2);
});
