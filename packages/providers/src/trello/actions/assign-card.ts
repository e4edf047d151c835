import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Card, fetchCard, shownCard } from '../card.ts';
import { cardId, memberId } from '../fields.ts';

export const assignCard = defineAction({
  name: 'assign_card',
  title: 'Put a person on a card',
  description: 'Adds a member of the board to a card. One who is on it stays.',
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['give card {cardId} to {memberId}'],
  input: z.strictObject({ cardId, memberId }),
  output: Card,

  before: async (context, { cardId: id }) => shownCard(await fetchCard(context, id)),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-idmembers-post */
  async run(context, { cardId: id, memberId: value }) {
    const card = await fetchCard(context, id);
    if (card.idMembers.includes(value)) return shownCard(card);
    await context.http.request('POST', `/cards/${id}/idMembers`, { json: { value } });
    return shownCard({ ...card, idMembers: [...card.idMembers, value] });
  },

  async recover(context, { cardId: id, memberId: member }) {
    const card = await fetchCard(context, id);
    return card.idMembers.includes(member) ? shownCard(card) : undefined;
  },

  async undo({ http }, { input: { cardId: id, memberId: member }, before }) {
    if (!before.memberIds.includes(member)) await http.delete(`/cards/${id}/idMembers/${member}`);
  },

  examples: [{ input: { cardId: '6500000000000000000c0104', memberId: '6500000000000000000a0003' } }],
});
