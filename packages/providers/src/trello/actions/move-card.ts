import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Card, changeCard, fetchCard, leftAlone, shownCard } from '../card.ts';
import { cardId, listId } from '../fields.ts';

const List = z.object({ id: z.string(), name: z.string(), idBoard: z.string() });

export const moveCard = defineAction({
  name: 'move_card',
  title: 'Move a card',
  description: 'Moves a card to another list, which may lie on another board.',
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['move card {cardId} to {listId}'],
  input: z.strictObject({
    cardId,
    listId,
    position: z.enum(['top', 'bottom']).default('bottom').describe('Where in the list'),
  }),
  output: Card,

  async before(context, { cardId: id }) {
    const card = await fetchCard(context, id);
    return { ...shownCard(card), was: { idList: card.idList, idBoard: card.idBoard, pos: card.pos } };
  },

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-put */
  async run(context, { cardId: id, listId: list, position: pos }) {
    const { idBoard, name } = await context.http.get(`/lists/${list}`, {
      query: { fields: 'name,idBoard' },
      schema: List,
    });
    return shownCard(await changeCard(context, id, { idList: list, idBoard, pos }), name);
  },

  async undo(context, { input: { cardId: id, listId: idList }, before: { was } }) {
    leftAlone(await fetchCard(context, id), { idList });
    await changeCard(context, id, was);
  },

  examples: [{ input: { cardId: '6500000000000000000c0104', listId: '6500000000000000000d0102', position: 'top' } }],
});
