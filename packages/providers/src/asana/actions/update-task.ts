import { tasksUpdate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { taskField } from '../fields.ts';
import { readTask, ShownTask, shown, writeTask } from '../task.ts';

export const updateTask = defineAction({
  name: 'update_task',
  title: 'Change a task',
  description: 'Changes title, notes or due day of a task; what is left out stays. Running it twice changes it once.',
  fulfils: tasksUpdate,
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['rename task {taskId} to {title}', 'move {taskId} to {dueOn}', '{taskId} is due {dueOn}'],
  input: tasksUpdate.input.extend({ taskId: taskField() }),
  output: ShownTask,

  async before(context, { taskId }) {
    const task = await readTask(context, taskId);
    const { title, notes = '', dueOn = null, dueAt = null } = shown(task);
    return { title, notes, dueOn, dueAt };
  },

  run: (context, { taskId, title, notes, dueOn }) => writeTask(context, taskId, { name: title, notes, due_on: dueOn }),

  async undo(context, { input, before }) {
    const due = before.dueAt === null ? { due_on: before.dueOn } : { due_at: before.dueAt };
    await writeTask(context, input.taskId, {
      ...(input.title !== undefined && { name: before.title }),
      ...(input.notes !== undefined && { notes: before.notes }),
      ...(input.dueOn !== undefined && due),
    });
  },

  examples: [
    { input: { taskId: '1200000000001003', title: 'Draw the quay map, second sketch', dueOn: '2026-12-04' } },
    { title: 'Without a due day', input: { taskId: '1200000000001003', dueOn: null } },
  ],
});
