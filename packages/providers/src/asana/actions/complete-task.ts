import { tasksComplete } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { taskField } from '../fields.ts';
import { readTask, shown, ShownTask, writeTask } from '../task.ts';

export const completeTask = defineAction({
  name: 'complete_task',
  title: 'Complete a task',
  description: 'Ticks a task off. Running it twice leaves it ticked off.',
  fulfils: tasksComplete,
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['complete {taskId}', 'tick off {taskId}', '{taskId} is done'],
  input: tasksComplete.input.extend({ taskId: taskField() }),
  output: ShownTask,

  async before(context, { taskId }) {
    const { title, done } = shown(await readTask(context, taskId));
    return { title, done };
  },

  run: (context, { taskId }) => writeTask(context, taskId, { completed: true }),

  async undo(context, { input, before }) {
    if (!before.done) await writeTask(context, input.taskId, { completed: false });
  },

  examples: [{ input: { taskId: '1200000000001002' } }],
});
