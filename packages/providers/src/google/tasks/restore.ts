import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { asRead, asWritten, tasksOf } from '../client.ts';
import { subtasksOf, tasksIn } from './calls.ts';
import { GoogleTask, GoogleTaskList, placeOf, taskIdOf, type GoogleTask as Task } from './task.ts';

/** What stands for a task while it is gone. */
export interface Kept {
  readonly task: Task;
  readonly subtasks: readonly Task[];
  /** The sibling that stood before it. */
  readonly previous?: string;
}

/** Reads a task with its subtasks and its neighbour. */
export async function keep(context: ActionContext, taskId: string, task: Task): Promise<Kept> {
  const siblings: Task[] = [];
  for await (const one of tasksIn(context, placeOf(taskId).tasklist)) {
    if (one.parent === task.parent && (one.position ?? '') < (task.position ?? '')) siblings.push(one);
  }
  const previous = siblings.sort((a, b) => ((a.position ?? '') < (b.position ?? '') ? -1 : 1)).at(-1)?.id;
  return { task, subtasks: await subtasksOf(context, taskId), previous };
}

/** Writes a deleted task again, under a new id, where it stood; subtasks that went with it too. */
export async function writeAgain(context: ActionContext, taskId: string, kept: Kept): Promise<void> {
  const { tasklist } = placeOf(taskId);
  const { parent } = kept.task;
  const made = await insert(context, tasklist, kept.task, { parent, previous: kept.previous });
  let previous: string | undefined;
  for (const subtask of kept.subtasks) {
    const there = await stillThere(context, taskIdOf(tasklist, subtask.id));
    const at = { parent: made.id, previous };
    if (there) await move(context, tasklist, subtask.id, at);
    previous = there ? subtask.id : (await insert(context, tasklist, subtask, at)).id;
  }
}

async function insert(context: ActionContext, tasklist: string, task: Task, at: Where): Promise<Task> {
  const tasks = await tasksOf(context);
  const { title, notes, due, status } = task;
  return asWritten(
    GoogleTask,
    await tasks.tasks.insert({ tasklist, ...at, requestBody: { title, notes, due, status } }),
  );
}

interface Where {
  readonly parent?: string;
  readonly previous?: string;
}

async function move(context: ActionContext, tasklist: string, task: string, at: Where): Promise<void> {
  const tasks = await tasksOf(context);
  await tasks.tasks.move({ tasklist, task, ...at });
}

async function stillThere(context: ActionContext, taskId: string): Promise<boolean> {
  const tasks = await tasksOf(context);
  try {
    return !asRead(GoogleTask, await tasks.tasks.get(placeOf(taskId))).deleted;
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return false;
    throw error;
  }
}

/** @throws HubError `conflict` where the list holds tasks by now. */
export async function removeEmptyList(context: ActionContext, list: Pick<GoogleTaskList, 'id'>): Promise<void> {
  for await (const _task of tasksIn(context, list.id)) {
    throw new HubError('conflict', 'There are tasks in this list by now, so it is left as it is.');
  }
  const tasks = await tasksOf(context);
  await tasks.tasklists.delete({ tasklist: list.id });
}
