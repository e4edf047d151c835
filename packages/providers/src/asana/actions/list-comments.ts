import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { isComment, storiesOf, Story } from '../comments.ts';
import { taskField } from '../fields.ts';
import { gather } from '../listing.ts';

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
    comments: z.array(
      z.object({ id: z.string(), text: z.string(), author: z.string(), createdAt: z.iso.datetime({ offset: true }) }),
    ),
    nextCursor: z.string().optional(),
  }),

  async run(context, { taskId, limit, cursor }) {
    const sources = [storiesOf(taskId)];
    const { items, nextCursor } = await gather(context, sources, { item: Story, limit, cursor, fits: isComment });
    const comments = items.map((story) => ({
      id: story.gid,
      text: story.text,
      author: story.created_by?.name ?? '',
      createdAt: story.created_at,
    }));
    return { comments, ...(nextCursor !== undefined && { nextCursor }) };
  },

  examples: [{ input: { taskId: '1200000000001002' } }],
});
