import { tasksDelete } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { taskField } from '../fields.ts';
import { readTask, removeTask, shown } from '../task.ts';

export const deleteTask = defineAction({
  name: 'delete_task',
  title: 'Delete a task',
  description: 'Deletes a task with its subtasks and comments for good. Running it twice finds nothing to delete.',
  fulfils: tasksDelete,
  effect: 'destroy',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['delete task {taskId}'],
  input: tasksDelete.input.extend({ taskId: taskField() }),
  output: tasksDelete.output,

  /** What the card shows of it. */
  async before(context, { taskId }) {
    const { title, listTitle } = await shown(context, await readTask(context, taskId));
    return { title, listTitle };
  },

  async run(context, { taskId }) {
    await removeTask(context, taskId);
    return { taskId, deleted: true as const };
  },

  examples: [{ input: { taskId: '6T00000000001006' } }],
});
