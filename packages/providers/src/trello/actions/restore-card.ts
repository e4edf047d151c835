import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Card, changeCard, fetchCard, shownCard } from '../card.ts';
import { cardId } from '../fields.ts';

export const restoreCard = defineAction({
  name: 'restore_card',
  title: 'Put a card back',
  description: 'Puts an archived card back into its list.',
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['restore card {cardId}'],
  input: z.strictObject({ cardId }),
  output: Card,

  before: async (context, { cardId: id }) => shownCard(await fetchCard(context, id)),

  async run(context, { cardId: id }) {
    return shownCard(await changeCard(context, id, { closed: false }));
  },

  async undo(context, { input: { cardId: id }, before }) {
    if (before.archived) await changeCard(context, id, { closed: true });
  },

  examples: [{ input: { cardId: '6500000000000000000c0405' } }],
});
