import { tasksComplete } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { shownTask, taskChoice } from '../tasks/calls.ts';
import { patchTask } from '../tasks/change.ts';

export const completeTask = defineAction({
  name: 'complete_task',
  title: 'Complete a task',
  description: 'Ticks a task off. Running it twice has one effect.',
  fulfils: tasksComplete,
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['tick off {taskId}', '{taskId} is done', 'complete {taskId}'],
  input: tasksComplete.input.extend({ taskId: taskChoice }),
  output: tasksComplete.output,

  before: (context, { taskId }) => shownTask(context, taskId),

  /** @see https://developers.google.com/workspace/tasks/reference/rest/v1/tasks#Task.FIELDS.status */
  run: (context, { taskId }) => patchTask(context, taskId, { status: 'completed' }),

  async undo(context, { input, before }) {
    if (!before.done) await patchTask(context, input.taskId, { status: 'needsAction', completed: null });
  },

  examples: [{ input: { taskId: 'list-quillworks/task-workshop' } }],
});
