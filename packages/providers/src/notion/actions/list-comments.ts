import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { NotionComment, ShownComment, shownComment } from '../comment.ts';
import { listOf, nextOf, pageField, pageFields } from '../fields.ts';

export const listComments = defineAction({
  name: 'list_comments',
  title: 'Read the comments of a page',
  description: 'Lists the open comments of a page, the oldest first.',
  effect: 'read',
  idempotent: true,
  needs: ['pages.read'],
  phrases: ['comments of {pageId}'],
  input: z.object({ pageId: pageField(), ...pageFields }),
  output: z.object({ comments: z.array(ShownComment), nextCursor: z.string().optional() }),

  /** @see https://developers.notion.com/reference/retrieve-a-comment */
  async run({ http }, { pageId, limit, cursor }) {
    const query = { block_id: pageId, page_size: limit, start_cursor: cursor };
    const found = await http.get('/v1/comments', { query, schema: listOf(NotionComment) });
    return { comments: found.results.map(shownComment), ...nextOf(found) };
  },

  examples: [{ input: { pageId: '15000000-0000-4000-8000-000000000102' } }],
});
