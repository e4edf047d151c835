import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Card, changeCard, fetchCard, shownCard } from '../card.ts';
import { cardId } from '../fields.ts';

export const reopenCard = defineAction({
  name: 'reopen_card',
  title: 'Reopen a card',
  description: 'Takes the mark of a complete card away. One that is open stays so.',
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['card {cardId} is not done'],
  input: z.strictObject({ cardId }),
  output: Card,

  before: async (context, { cardId: id }) => shownCard(await fetchCard(context, id)),

  async run(context, { cardId: id }) {
    return shownCard(await changeCard(context, id, { dueComplete: false }));
  },

  async undo(context, { input: { cardId: id }, before }) {
    if (before.done) await changeCard(context, id, { dueComplete: true });
  },

  examples: [{ input: { cardId: '6500000000000000000c0101' } }],
});
