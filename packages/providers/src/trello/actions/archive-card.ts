import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Card, changeCard, fetchCard, shownCard } from '../card.ts';
import { cardId } from '../fields.ts';

export const archiveCard = defineAction({
  name: 'archive_card',
  title: 'Archive a card',
  description: 'Takes a card off its board; it is kept and can be put back.',
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['archive card {cardId}'],
  input: z.strictObject({ cardId }),
  output: Card,

  before: async (context, { cardId: id }) => shownCard(await fetchCard(context, id)),

  async run(context, { cardId: id }) {
    return shownCard(await changeCard(context, id, { closed: true }));
  },

  async undo(context, { input: { cardId: id }, before }) {
    if (!before.archived) await changeCard(context, id, { closed: false });
  },

  examples: [{ input: { cardId: '6500000000000000000c0107' } }],
});
