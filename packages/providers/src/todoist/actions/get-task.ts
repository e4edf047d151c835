import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { taskField } from '../fields.ts';
import { readTask, shown, ShownTask } from '../task.ts';

export const getTask = defineAction({
  name: 'get_task',
  title: 'Read a task',
  description: 'Reads one task with its notes, due day, project and labels.',
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['show task {taskId}'],
  input: z.strictObject({ taskId: taskField() }),
  output: ShownTask,

  run: async (context, { taskId }) => shown(context, await readTask(context, taskId)),

  examples: [{ input: { taskId: '6T00000000001003' } }],
});
