import { HubError, type Task } from '@switchboard/contracts';
import { picked, type ActionContext } from '@switchboard/provider-kit';
import { asRead, tasksOf } from '../client.ts';
import { GoogleTask, GoogleTaskList, GoogleTaskLists, GoogleTasks, placeOf, toTask } from './task.ts';

/** A list as forms offer it. */
export const listChoice = picked({ action: 'google.list_task_lists', items: 'lists' }).describe('Task list');

/** A task as forms offer it; the id carries its list. */
export const taskChoice = picked({ action: 'google.search_tasks', items: 'tasks' }).describe('Task');

/** Google's name for the list that a task goes to when none is named. */
export const defaultList = '@default';

/** Every list of the account; Google allows 2,000. */
export async function allLists(context: ActionContext): Promise<GoogleTaskList[]> {
  const tasks = await tasksOf(context);
  const lists: GoogleTaskList[] = [];
  let pageToken: string | undefined;
  do {
    const page = asRead(GoogleTaskLists, await tasks.tasklists.list({ maxResults: 1000, pageToken }));
    lists.push(...page.items);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return lists;
}

/** One list, under its own id where it was asked for as the default one. */
export async function listOf(context: ActionContext, tasklist: string): Promise<GoogleTaskList> {
  const tasks = await tasksOf(context);
  return asRead(GoogleTaskList, await tasks.tasklists.get({ tasklist }));
}

/** @throws HubError `not_found` for a task that is gone; Google still shows it, marked as deleted. */
export async function fetchTask(context: ActionContext, taskId: string): Promise<GoogleTask> {
  const tasks = await tasksOf(context);
  const task = asRead(GoogleTask, await tasks.tasks.get(placeOf(taskId)));
  if (task.deleted) throw new HubError('not_found', 'This task was deleted.');
  return task;
}

/** The task in the hub's words, with the name of its list. */
export async function shownTask(context: ActionContext, taskId: string, task?: GoogleTask): Promise<Task> {
  const list = await listOf(context, placeOf(taskId).tasklist);
  return toTask(task ?? (await fetchTask(context, taskId)), list);
}

/** The subtasks of a task, in order. */
export async function subtasksOf(context: ActionContext, taskId: string): Promise<GoogleTask[]> {
  const { tasklist, task } = placeOf(taskId);
  const found: GoogleTask[] = [];
  for await (const one of tasksIn(context, tasklist)) if (one.parent === task) found.push(one);
  return found.sort((a, b) => ((a.position ?? '') < (b.position ?? '') ? -1 : 1));
}

/** Every task of a list, also those that are done; those changed since a time where that is told. */
export async function* tasksIn(
  context: ActionContext,
  tasklist: string,
  updatedMin?: string,
): AsyncGenerator<GoogleTask> {
  const tasks = await tasksOf(context);
  let pageToken: string | undefined;
  do {
    const shown = { showCompleted: true, showHidden: true, showAssigned: true };
    const asked = { tasklist, updatedMin, maxResults: 100, pageToken, ...shown };
    const page = asRead(GoogleTasks, await tasks.tasks.list(asked));
    yield* page.items;
    pageToken = page.nextPageToken;
  } while (pageToken);
}
