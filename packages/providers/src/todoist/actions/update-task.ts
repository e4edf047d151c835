import { tasksUpdate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { taskField } from '../fields.ts';
import { dueDay, readTask, shown, ShownTask, writeTask } from '../task.ts';

/** Todoist takes a due day away by these words. */
const dueOf = (dueOn: string | null | undefined): Readonly<Record<string, string>> =>
  dueOn === undefined ? {} : dueOn === null ? { due_string: 'no date', due_lang: 'en' } : { due_date: dueOn };

export const updateTask = defineAction({
  name: 'update_task',
  title: 'Change a task',
  description:
    'Changes title, notes or due day of a task; what is left out stays. A new day ends a repetition. Running it twice changes it once.',
  fulfils: tasksUpdate,
  effect: 'write',
  idempotent: true,
  needs: ['tasks.write'],
  phrases: ['rename task {taskId} to {title}', 'move {taskId} to {dueOn}', '{taskId} is due {dueOn}'],
  input: tasksUpdate.input.extend({ taskId: taskField() }),
  output: ShownTask,

  async before(context, { taskId }) {
    const task = await readTask(context, taskId);
    const dueText = task.due?.is_recurring ? task.due.string : undefined;
    return { title: task.content, notes: task.description, dueOn: dueDay(task) ?? null, dueText };
  },

  /** @see https://developer.todoist.com/api/v1/#tag/Tasks/operation/update_task_api_v1_tasks__task_id__post */
  async run(context, { taskId, title, notes, dueOn }) {
    const change = { content: title, description: notes, ...dueOf(dueOn) };
    return shown(context, await writeTask(context, taskId, change));
  },

  async undo(context, { input, before }) {
    const due = before.dueText ? { due_string: before.dueText, due_lang: 'en' } : dueOf(before.dueOn);
    await writeTask(context, input.taskId, {
      ...(input.title !== undefined && { content: before.title }),
      ...(input.notes !== undefined && { description: before.notes }),
      ...(input.dueOn !== undefined && due),
    });
  },

  examples: [
    { input: { taskId: '6T00000000001003', title: 'Draw the quay map, second sketch', dueOn: '2026-12-04' } },
    { title: 'Without a due day', input: { taskId: '6T00000000001003', dueOn: null } },
  ],
});
