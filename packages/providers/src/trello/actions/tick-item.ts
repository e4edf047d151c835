import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Item, shownItem, TrelloItem } from '../checklists.ts';
import { fetchCard } from '../card.ts';
import { cardId, itemId } from '../fields.ts';

const stateOf = (done: boolean) => (done ? 'complete' : 'incomplete');

export const tickItem = defineAction({
  name: 'tick_item',
  title: 'Tick an item',
  description: "Ticks an item of a card's checklist, or takes the tick away.",
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['tick {itemId} on card {cardId}'],
  input: z.strictObject({ cardId, itemId, done: z.boolean().default(true).describe('Ticked or not') }),
  output: Item,

  /** Which card, and which item of it. */
  async before(context, { cardId: card, itemId: item }) {
    const { name } = await fetchCard(context, card);
    const { title, done } = shownItem(
      await context.http.get(`/cards/${card}/checkItem/${item}`, { schema: TrelloItem }),
    );
    return { title: `${name}: ${title}`, done };
  },

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-checkitem-idcheckitem-put */
  async run({ http }, { cardId: card, itemId: item, done }) {
    const way = { json: { state: stateOf(done) }, idempotent: true, schema: TrelloItem };
    return shownItem(await http.put(`/cards/${card}/checkItem/${item}`, way));
  },

  async undo({ http }, { input: { cardId: card, itemId: item }, before }) {
    const way = { json: { state: stateOf(before.done) }, schema: TrelloItem };
    await http.put(`/cards/${card}/checkItem/${item}`, way);
  },

  examples: [{ input: { cardId: '6500000000000000000c0103', itemId: '650000000000000000f10303' } }],
});
