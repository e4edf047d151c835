import { HubError, tasksUpdate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { shownTask, taskChoice } from '../tasks/calls.ts';
import { patchTask, refuseIfChanged } from '../tasks/change.ts';
import { dueOf } from '../tasks/task.ts';

export const updateTask = defineAction({
  name: 'update_task',
  title: 'Change a task',
  description:
    'Changes the title, notes or due day of a task; what is not named stays. Running it twice has one effect.',
  fulfils: tasksUpdate,
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['rename {taskId} to {title}', 'move {taskId} to {dueOn}'],
  input: tasksUpdate.input.extend({ taskId: taskChoice }),
  output: tasksUpdate.output,

  before: (context, { taskId }) => shownTask(context, taskId),

  /** @see https://developers.google.com/workspace/tasks/reference/rest/v1/tasks/patch */
  run(context, { taskId, title, notes, dueOn }) {
    if (title === undefined && notes === undefined && dueOn === undefined) {
      throw new HubError('input_invalid', 'Name a title, notes or a due day to change.');
    }
    const due = dueOn === undefined ? {} : { due: dueOn && dueOf(dueOn) };
    return patchTask(context, taskId, { ...(title && { title }), ...(notes !== undefined && { notes }), ...due });
  },

  async undo(context, { input, output, before }) {
    await refuseIfChanged(context, output);
    await patchTask(context, input.taskId, {
      title: before.title,
      notes: before.notes ?? '',
      due: before.dueOn ? dueOf(before.dueOn) : null,
    });
  },

  examples: [
    { input: { taskId: 'list-harborline/task-copy', dueOn: '2026-12-04' } },
    { title: 'Without a day', input: { taskId: 'list-harborline/task-copy', dueOn: null, notes: 'When it fits.' } },
  ],
});
