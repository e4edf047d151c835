import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Comment, commentsOf, commentsPerPage, shownComment } from '../comments.ts';
import { cardId } from '../fields.ts';

/** Trello answers no further page than this. */
const lastPage = 19;

export const listComments = defineAction({
  name: 'list_comments',
  title: 'Read comments',
  description: 'Lists what was said on a card, newest first.',
  effect: 'read',
  idempotent: true,
  needs: ['boards.read'],
  phrases: ['comments on card {cardId}'],
  input: z.strictObject({ cardId, cursor: z.string().max(2).describe('Where the last page ended').optional() }),
  output: z.object({ comments: z.array(Comment), nextCursor: z.string().optional() }),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-actions-get */
  async run(context, { cardId: id, cursor = '0' }) {
    if (!/^1?\d$/.test(cursor)) throw new HubError('input_invalid', 'That is no place in the list.');
    const page = Number(cursor);
    const comments = await commentsOf(context, id, page);
    const more = comments.length === commentsPerPage && page < lastPage;
    return { comments: comments.map(shownComment), nextCursor: more ? String(page + 1) : undefined };
  },

  examples: [{ input: { cardId: '6500000000000000000c0102' } }],
});
