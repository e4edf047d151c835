import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Card, fetchCard, shownCard } from '../card.ts';
import { cardId, memberId } from '../fields.ts';

export const unassignCard = defineAction({
  name: 'unassign_card',
  title: 'Take a person off a card',
  description: 'Takes a person off a card. One who is not on it stays off.',
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['take {memberId} off card {cardId}'],
  input: z.strictObject({ cardId, memberId }),
  output: Card,

  before: async (context, { cardId: id }) => shownCard(await fetchCard(context, id)),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-idmembers-idmember-delete */
  async run(context, { cardId: id, memberId: member }) {
    const card = await fetchCard(context, id);
    if (!card.idMembers.includes(member)) return shownCard(card);
    await context.http.delete(`/cards/${id}/idMembers/${member}`);
    return shownCard({ ...card, idMembers: card.idMembers.filter((one) => one !== member) });
  },

  async recover(context, { cardId: id, memberId: member }) {
    const card = await fetchCard(context, id);
    return card.idMembers.includes(member) ? undefined : shownCard(card);
  },

  async undo({ http }, { input: { cardId: id, memberId: value }, before }) {
    if (before.memberIds.includes(value)) await http.request('POST', `/cards/${id}/idMembers`, { json: { value } });
  },

  examples: [{ input: { cardId: '6500000000000000000c0103', memberId: '6500000000000000000a0003' } }],
});
