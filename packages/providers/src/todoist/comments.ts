import { z } from 'zod';
import type { Asked } from './listing.ts';

/** @see https://developer.todoist.com/api/v1/#tag/Comments (2026-11-21) */
export const TodoistComment = z.object({
  id: z.string(),
  content: z.string(),
  posted_uid: z.string().nullish(),
  posted_at: z.string(),
});

export const commentsOf = (taskId: string): Asked => ({ path: '/comments', query: { task_id: taskId } });
