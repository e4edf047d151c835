import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { BoxComment, Comment, commentFields, shownComment } from '../comments.ts';
import { fileOf, itemId } from '../item.ts';

const Page = z.object({ entries: z.array(BoxComment), total_count: z.int() });

export const listComments = defineAction({
  name: 'list_comments',
  title: 'Read comments',
  description: 'Lists what was said about a file.',
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['comments on {itemId}'],
  input: z.strictObject({
    itemId: itemId.describe('File'),
    limit: z.int().min(1).max(100).default(50).describe('At most this many'),
    cursor: z.string().max(16).describe('Where the last page ended').optional(),
  }),
  output: z.object({ comments: z.array(Comment), nextCursor: z.string().optional() }),

  /** @see https://developer.box.com/reference/get-files-id-comments */
  async run({ http }, { itemId: id, limit, cursor = '0' }) {
    if (!/^\d{1,9}$/.test(cursor)) throw new HubError('input_invalid', 'That is no place in the list.');
    const offset = Number(cursor);
    const query = { fields: commentFields, limit, offset };
    const page = await http.get(`/files/${fileOf(id)}/comments`, { query, schema: Page });
    const next = offset + page.entries.length;
    const more = page.entries.length > 0 && next < page.total_count;
    return { comments: page.entries.map(shownComment), nextCursor: more ? String(next) : undefined };
  },

  examples: [{ input: { itemId: 'file:7003' } }],
});
