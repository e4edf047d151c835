import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { personField, taskField } from '../fields.ts';
import { readTask, ShownTask, writeTask } from '../task.ts';

export const assignTask = defineAction({
  name: 'assign_task',
  title: 'Assign a task',
  description: 'Gives a task to someone, or to nobody. Asana tells the person. Running it twice assigns it once.',
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['assign {taskId} to {assigneeId}', 'give {taskId} to {assigneeId}'],
  input: z.strictObject({
    taskId: taskField(),
    assigneeId: personField().nullable().describe('Who does it; nobody where it is empty'),
  }),
  output: ShownTask,

  async before(context, { taskId }) {
    const { name: title, assignee } = await readTask(context, taskId);
    return { title, assigneeId: assignee?.gid ?? null, assignee: assignee?.name };
  },

  run: (context, { taskId, assigneeId }) => writeTask(context, taskId, { assignee: assigneeId }),

  async undo(context, { input, before }) {
    await writeTask(context, input.taskId, { assignee: before.assigneeId });
  },

  examples: [
    { input: { taskId: '1200000000001004', assigneeId: '1200000000000013' } },
    { title: 'To nobody', input: { taskId: '1200000000001004', assigneeId: null } },
  ],
});
