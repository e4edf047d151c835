import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { commentsOf, TodoistComment } from '../comments.ts';
import { taskField } from '../fields.ts';
import { readPage } from '../listing.ts';

export const listComments = defineAction({
  name: 'list_comments',
  title: 'Read comments',
  description: 'Lists the comments under a task, the oldest first.',
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['comments on {taskId}', 'what was said about {taskId}'],
  input: z.strictObject({
    taskId: taskField(),
    limit: z.int().min(1).max(100).default(50).describe('At most this many'),
    cursor: z.string().max(4096).optional().describe('Where the last page ended'),
  }),
  output: z.object({
    comments: z.array(z.object({ id: z.string(), text: z.string(), createdAt: z.string(), mine: z.boolean() })),
    nextCursor: z.string().optional(),
  }),

  async run(context, { taskId, limit, cursor }) {
    const page = await readPage(context, commentsOf(taskId), { item: TodoistComment, limit, cursor });
    const comments = page.items.map(({ id, content, posted_at: createdAt, posted_uid: by }) => ({
      id,
      text: content,
      createdAt,
      mine: by === context.account.subject,
    }));
    return { comments, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) };
  },

  examples: [{ input: { taskId: '6T00000000001002' } }],
});
