import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { taskField } from '../fields.ts';
import { readTask, shown, ShownTask, writeTask } from '../task.ts';

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
    const { title, done } = shown(await readTask(context, taskId));
    return { title, done };
  },

  run: (context, { taskId }) => writeTask(context, taskId, { completed: false }),

  async undo(context, { input, before }) {
    if (before.done) await writeTask(context, input.taskId, { completed: true });
  },

  examples: [{ input: { taskId: '1200000000001001' } }],
});
