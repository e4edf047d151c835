import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { BoxComment, Comment, commentFields, shownComment } from '../comments.ts';
import { fetchItem, fileOf, itemId, madeSince } from '../item.ts';

const pageSize = 1000;
const Page = z.object({ entries: z.array(BoxComment), total_count: z.int() });

async function allComments({ http }: ActionContext, file: string): Promise<BoxComment[]> {
  const all: BoxComment[] = [];
  for (;;) {
    const query = { fields: commentFields, limit: pageSize, offset: all.length };
    const { entries } = await http.get(`/files/${file}/comments`, { query, schema: Page });
    all.push(...entries);
    if (entries.length < pageSize) return all;
  }
}

export const addComment = defineAction({
  name: 'add_comment',
  title: 'Comment on a file',
  description: 'Says something about a file, for everyone who can see it. Running it twice says it twice.',
  effect: 'send',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['comment on {itemId}: {text}'],
  input: z.strictObject({
    itemId: itemId.describe('File'),
    text: z.string().trim().min(1).max(10_000).describe('Comment'),
  }),
  output: Comment,

  async before(context, { itemId: id }) {
    return { name: (await fetchItem(context, { kind: 'file', id: fileOf(id) })).name };
  },

  /** @see https://developer.box.com/reference/post-comments */
  async run({ http }, { itemId: id, text: message }) {
    const json = { message, item: { type: 'file', id: fileOf(id) } };
    return shownComment(await http.post('/comments', { query: { fields: commentFields }, json, schema: BoxComment }));
  },

  async recover(context, { itemId: id, text }) {
    const own = (await allComments(context, fileOf(id))).filter(
      (one) =>
        one.message === text && one.created_by.id === context.account.subject && madeSince(context, one.created_at),
    );
    return own.length > 0 ? shownComment(own.at(-1)!) : undefined;
  },

  async undo({ http }, { output }) {
    await http.delete(`/comments/${output.id}`);
  },

  examples: [{ input: { itemId: 'file:7003', text: 'The second page is the better one.' } }],
});
