import { HubError, tasksDelete } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { tasksOf } from '../client.ts';
import { fetchTask, taskChoice } from '../tasks/calls.ts';
import { keep, writeAgain, type Kept } from '../tasks/restore.ts';
import { placeOf } from '../tasks/task.ts';

export const deleteTask = defineAction({
  name: 'delete_task',
  title: 'Delete a task',
  description: 'Deletes a task and its subtasks; one assigned in a document or chat goes there as well.',
  fulfils: tasksDelete,
  effect: 'destroy',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['delete the task {taskId}', 'remove {taskId} from my list'],
  input: tasksDelete.input.extend({ taskId: taskChoice }),
  output: tasksDelete.output,

  async before(context, { taskId }): Promise<Kept & { title: string }> {
    const task = await fetchTask(context, taskId);
    return { ...(await keep(context, taskId, task)), title: task.title ?? '' };
  },

  /** @see https://developers.google.com/workspace/tasks/reference/rest/v1/tasks/delete */
  async run(context, { taskId }) {
    const tasks = await tasksOf(context);
    await tasks.tasks.delete(placeOf(taskId));
    return { taskId, deleted: true } as const;
  },

  async recover(context, { taskId }) {
    try {
      await fetchTask(context, taskId);
      return undefined;
    } catch (error) {
      if (error instanceof HubError && error.code === 'not_found') return { taskId, deleted: true } as const;
      throw error;
    }
  },

  /** Google cannot bring a task back: it is written again, under a new id. */
  undo: (context, { input, before }) => writeAgain(context, input.taskId, before),

  examples: [{ input: { taskId: 'list-own/task-packing' } }],
});
