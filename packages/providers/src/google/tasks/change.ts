import { HubError, type Task } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { asWritten, repeatable, tasksOf } from '../client.ts';
import { fetchTask, shownTask } from './calls.ts';
import { GoogleTask, placeOf } from './task.ts';

/** Members of a task that the hub changes; null clears one. */
export interface TaskChange {
  title?: string | null;
  notes?: string | null;
  due?: string | null;
  status?: string | null;
  completed?: string | null;
}

/** Writes these members and no others; writing them twice has one effect. */
export async function patchTask(context: ActionContext, taskId: string, change: TaskChange): Promise<Task> {
  const tasks = await tasksOf(context);
  const changed = await tasks.tasks.patch({ ...placeOf(taskId), requestBody: change }, repeatable);
  return shownTask(context, taskId, asWritten(GoogleTask, changed));
}

type Seen = Pick<Task, 'title' | 'notes' | 'dueOn' | 'done'>;

/** @throws HubError `conflict` where the task is no longer as the run left it. */
export async function refuseIfChanged(context: ActionContext, left: Seen & Pick<Task, 'id'>): Promise<void> {
  const now = await shownTask(context, left.id, await fetchTask(context, left.id));
  const members = ['title', 'notes', 'dueOn', 'done'] as const;
  if (members.some((member) => now[member] !== left[member])) {
    throw new HubError('conflict', 'This task was changed again in the meantime, so it is left as it is.');
  }
}
