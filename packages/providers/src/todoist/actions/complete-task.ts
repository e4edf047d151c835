import { HubError, tasksComplete } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { taskField } from '../fields.ts';
import { actOn, readTask, shown, ShownTask, type TodoistTask } from '../task.ts';

const repeats = ({ due }: TodoistTask): boolean => due?.is_recurring ?? false;
const seen = async (context: ActionContext, taskId: string) => shown(context, await readTask(context, taskId));

export const completeTask = defineAction({
  name: 'complete_task',
  title: 'Complete a task',
  description:
    'Ticks a task off; one that repeats moves on to its next day. Running it twice moves a repeating task on twice.',
  fulfils: tasksComplete,
  effect: 'write',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['complete {taskId}', 'tick off {taskId}', '{taskId} is done'],
  input: tasksComplete.input.extend({ taskId: taskField() }),
  output: ShownTask,

  async before(context, { taskId }) {
    const task = await readTask(context, taskId);
    return { title: task.content, done: task.checked, repeats: repeats(task) };
  },

  /** @see https://developer.todoist.com/api/v1/#tag/Tasks/operation/close_task_api_v1_tasks__task_id__close_post */
  async run(context, { taskId }) {
    const task = await readTask(context, taskId);
    if (!task.checked) await actOn(context, taskId, 'close');
    return seen(context, taskId);
  },

  async undo(context, { input, before }) {
    if (before.repeats) throw new HubError('conflict', 'A repeating task has moved on; change its day instead.');
    if (!before.done) await actOn(context, input.taskId, 'reopen');
  },

  /** Whether a repeating task has moved on already cannot be seen. */
  async recover(context, { taskId }) {
    const task = await readTask(context, taskId);
    if (repeats(task)) throw new HubError('outcome_unknown');
    return task.checked ? shown(context, task) : undefined;
  },

  examples: [{ input: { taskId: '6T00000000001002' } }],
});
