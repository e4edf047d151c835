import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { taskField } from '../fields.ts';
import { actOn, readTask, shown, ShownTask } from '../task.ts';

export const reopenTask = defineAction({
  name: 'reopen_task',
  title: 'Reopen a task',
  description: 'Makes a done task open again. Running it twice leaves it open.',
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['reopen {taskId}', '{taskId} is not done'],
  input: z.strictObject({ taskId: taskField() }),
  output: ShownTask,

  async before(context, { taskId }) {
    const { content: title, checked: done } = await readTask(context, taskId);
    return { title, done };
  },

  /** Todoist refuses to reopen what is open. */
  async run(context, { taskId }) {
    const task = await readTask(context, taskId);
    if (task.checked) await actOn(context, taskId, 'reopen');
    return shown(context, await readTask(context, taskId));
  },

  async undo(context, { input, before }) {
    if (before.done) await actOn(context, input.taskId, 'close');
  },

  examples: [{ input: { taskId: '6T00000000001001' } }],
});
