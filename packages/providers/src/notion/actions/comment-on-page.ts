import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { NotionComment, ShownComment, shownComment } from '../comment.ts';
import { listOf, pageField } from '../fields.ts';
import { isSince, onlyOne } from '../own.ts';
import { readPage, shown } from '../page.ts';
import { rich } from '../text.ts';

export const commentOnPage = defineAction({
  name: 'comment_on_page',
  title: 'Comment on a page',
  description: 'Writes a comment on a page, which tells the people who follow it. Running it twice writes two.',
  effect: 'send',
  idempotent: false,
  needs: ['comments.write'],
  phrases: ['comment on {pageId}: {text}'],
  input: z.object({ pageId: pageField(), text: z.string().min(1).max(10_000).describe('Comment') }),
  output: ShownComment,

  before: async (context, { pageId }) => ({ title: shown(await readPage(context, pageId)).title }),

  /** @see https://developers.notion.com/reference/create-a-comment */
  async run({ http }, { pageId, text }) {
    const json = { parent: { page_id: pageId }, rich_text: rich(text) };
    return shownComment(await http.post('/v1/comments', { json, schema: NotionComment }));
  },

  async recover(context, { pageId, text }) {
    const query = { block_id: pageId, page_size: 100 };
    const { results } = await context.http.get('/v1/comments', { query, schema: listOf(NotionComment) });
    const own = results.filter((comment) => isSince(comment, context)).map(shownComment);
    return onlyOne(own.filter((comment) => comment.text === text));
  },

  examples: [{ input: { pageId: '15000000-0000-4000-8000-000000000102', text: 'Daniel sent the missing ports.' } }],
});
