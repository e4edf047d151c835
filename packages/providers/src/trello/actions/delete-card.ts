import { HubError, tasksDelete } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { fetchCard, shownCard } from '../card.ts';
import { cardId } from '../fields.ts';

export const deleteCard = defineAction({
  name: 'delete_card',
  title: 'Delete a card',
  description: 'Deletes a card for good, with its comments and checklists. Archive it instead to keep it.',
  fulfils: tasksDelete,
  effect: 'destroy',
  idempotent: false,
  needs: ['boards.write'],
  phrases: ['delete card {taskId}'],
  input: tasksDelete.input.extend({ taskId: cardId }),
  output: tasksDelete.output,

  before: async (context, { taskId: id }) => shownCard(await fetchCard(context, id)),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-delete */
  async run({ http }, { taskId }) {
    await http.delete(`/cards/${taskId}`);
    return { taskId, deleted: true as const };
  },

  /** The card was there before the run, so that it is gone says that the run did it. */
  async recover(context, { taskId }) {
    try {
      await fetchCard(context, taskId);
      return undefined;
    } catch (error) {
      if (error instanceof HubError && error.code === 'not_found') return { taskId, deleted: true as const };
      throw error;
    }
  },

  examples: [{ input: { taskId: '6500000000000000000c0106' } }],
});
