import { tasksComplete } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { Card, changeCard, fetchCard, shownCard } from '../card.ts';
import { cardId } from '../fields.ts';

export const completeCard = defineAction({
  name: 'complete_card',
  title: 'Complete a card',
  description: 'Marks a card as complete. One that is complete stays so.',
  fulfils: tasksComplete,
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['card {taskId} is done', 'complete card {taskId}'],
  input: tasksComplete.input.extend({ taskId: cardId }),
  output: Card,

  before: async (context, { taskId: id }) => shownCard(await fetchCard(context, id)),

  async run(context, { taskId: id }) {
    return shownCard(await changeCard(context, id, { dueComplete: true }));
  },

  async undo(context, { input: { taskId: id }, before }) {
    if (!before.done) await changeCard(context, id, { dueComplete: false });
  },

  examples: [{ input: { taskId: '6500000000000000000c0103' } }],
});
