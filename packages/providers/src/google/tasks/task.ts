import { HubError, type Task } from '@switchboard/contracts';
import { z } from 'zod';

export const GoogleTask = z.object({
  id: z.string(),
  title: z.string().optional(),
  notes: z.string().optional(),
  due: z.string().optional(),
  status: z.string().optional(),
  parent: z.string().optional(),
  position: z.string().optional(),
  updated: z.string().optional(),
  deleted: z.boolean().optional(),
  webViewLink: z.url().optional(),
});
export type GoogleTask = z.infer<typeof GoogleTask>;

export const GoogleTasks = z.object({ items: z.array(GoogleTask).default([]), nextPageToken: z.string().optional() });

export const GoogleTaskList = z.object({
  id: z.string(),
  title: z.string().default(''),
  updated: z.string().optional(),
});
export type GoogleTaskList = z.infer<typeof GoogleTaskList>;
export const GoogleTaskLists = z.object({
  items: z.array(GoogleTaskList).default([]),
  nextPageToken: z.string().optional(),
});

/** Google knows a task only together with its list, so the hub's task ids carry both. */
export interface TaskPlace {
  readonly tasklist: string;
  readonly task: string;
}

/** @throws HubError `input_invalid` where an id is not one that the hub gave. */
export function placeOf(taskId: string): TaskPlace {
  const [tasklist, task, ...rest] = taskId.split('/');
  if (!tasklist || !task || rest.length > 0) {
    throw new HubError('input_invalid', 'A Google task id has the form list/task, as a search for tasks gives it.');
  }
  return { tasklist, task };
}

export const taskIdOf = (tasklist: string, task: string): string => `${tasklist}/${task}`;

/** Google keeps the day only; the time that stands behind it means nothing. */
export const dayOf = (due: string | undefined): string | undefined => due?.slice(0, 10);

/** A due day as Google takes it. */
export const dueOf = (dueOn: string): string => `${dueOn}T00:00:00.000Z`;

export const toTask = (task: GoogleTask, list: { id: string; title?: string }): Task => ({
  id: taskIdOf(list.id, task.id),
  title: task.title ?? '',
  done: task.status === 'completed',
  notes: task.notes || undefined,
  dueOn: dayOf(task.due),
  listId: list.id,
  listTitle: list.title,
  url: task.webViewLink,
});
