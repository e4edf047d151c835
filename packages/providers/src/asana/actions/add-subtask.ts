import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { personField, segment, taskField } from '../fields.ts';
import { addTask, readTask, removeTask, ShownTask } from '../task.ts';
import { made, trace } from '../trace.ts';

export const addSubtask = defineAction({
  name: 'add_subtask',
  title: 'Add a subtask',
  description: 'Adds a step under a task. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['add step {title} to {taskId}'],
  input: z.strictObject({
    taskId: taskField().describe('Task that it belongs to'),
    title: z.string().min(1).max(1024).describe('What is to be done'),
    dueOn: z.iso.date().optional().describe('Due on'),
    assigneeId: personField().optional(),
  }),
  output: ShownTask,

  /** The task above; `title` is that of the step. */
  before: async (context, { taskId }) => ({ name: (await readTask(context, taskId)).name }),

  /** @see https://developers.asana.com/reference/createsubtaskfortask */
  run: (context, { taskId, title, dueOn, assigneeId }) =>
    addTask(context, `/tasks/${segment(taskId)}/subtasks`, {
      name: title,
      due_on: dueOn,
      assignee: assigneeId,
      ...trace(context),
    }),

  undo: (context, { output }) => removeTask(context, output.id),
  recover: made,

  examples: [{ input: { taskId: '1200000000001003', title: 'Print it once', dueOn: '2026-12-02' } }],
});
