import type { ActionContext } from '@switchboard/provider-kit';
import { clockSlackMs } from './fields.ts';
import { readAll } from './listing.ts';
import { TodoistTask } from './task.ts';

/**
 * A task of this name that this account added to the list since the run began; Todoist keeps no trace of a run.
 * The newest where there are several.
 */
export async function madeTask(
  context: ActionContext,
  { title, listId }: { title: string; listId?: string },
): Promise<TodoistTask | undefined> {
  const since = context.now.getTime() - clockSlackMs;
  const tasks = await readAll(context, { path: '/tasks', query: { project_id: listId } }, TodoistTask);
  return tasks
    .filter((task) => task.content === title && task.added_by_uid === context.account.subject)
    .filter(({ added_at: at }) => Date.parse(at ?? '') >= since)
    .sort((a, b) => Date.parse(b.added_at!) - Date.parse(a.added_at!))[0];
}
