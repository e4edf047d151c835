import { tasksComment } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { fetchCard, shownCard } from '../card.ts';
import { commentsOf, TrelloComment } from '../comments.ts';
import { cardId, madeSince } from '../fields.ts';

export const commentOnCard = defineAction({
  name: 'comment_on_card',
  title: 'Comment on a card',
  description: 'Says something on a card, for everyone on the board. Running it twice says it twice.',
  fulfils: tasksComment,
  effect: 'send',
  idempotent: false,
  needs: ['boards.write'],
  phrases: ['comment on card {taskId}: {text}'],
  input: tasksComment.input.extend({ taskId: cardId }),
  output: tasksComment.output,

  before: async (context, { taskId: id }) => shownCard(await fetchCard(context, id)),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-actions-comments-post */
  async run({ http }, { taskId, text }) {
    const { id } = await http.post(`/cards/${taskId}/actions/comments`, { json: { text }, schema: TrelloComment });
    return { taskId, commentId: id };
  },

  async recover(context, { taskId, text }) {
    const own = (await commentsOf(context, taskId)).find(
      ({ id, idMemberCreator, data }) =>
        data.text === text && idMemberCreator === context.account.subject && madeSince(context.now, id),
    );
    return own && { taskId, commentId: own.id };
  },

  async undo({ http }, { output: { taskId, commentId } }) {
    await http.delete(`/cards/${taskId}/actions/${commentId}/comments`);
  },

  examples: [{ input: { taskId: '6500000000000000000c0103', text: 'The berth numbers are in the Data folder.' } }],
});
