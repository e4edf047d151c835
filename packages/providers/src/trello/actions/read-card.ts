import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Card, fetchCard, shownCard } from '../card.ts';
import { Checklist, checklistsOf, shownChecklist } from '../checklists.ts';
import { cardId } from '../fields.ts';

export const readCard = defineAction({
  name: 'read_card',
  title: 'Read a card',
  description: 'Reads one card with its checklists.',
  effect: 'read',
  idempotent: true,
  needs: ['boards.read'],
  phrases: ['show card {cardId}'],
  input: z.strictObject({ cardId }),
  output: Card.extend({ checklists: z.array(Checklist) }),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-get */
  async run(context, { cardId: id }) {
    const [card, checklists] = await Promise.all([fetchCard(context, id), checklistsOf(context, id)]);
    return { ...shownCard(card), checklists: checklists.map(shownChecklist) };
  },

  examples: [{ input: { cardId: '6500000000000000000c0103' } }],
});
