import { tasksCreate, type Task } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { asWritten, tasksOf } from '../client.ts';
import { beganAt } from '../run-time.ts';
import { defaultList, listChoice, listOf, taskChoice, tasksIn } from '../tasks/calls.ts';
import { dayOf, dueOf, GoogleTask, placeOf, toTask } from '../tasks/task.ts';

const input = tasksCreate.input.extend({
  listId: listChoice.describe('Task list; the default one unless given').optional(),
  parentId: taskChoice.describe('Task that it is a part of').optional(),
});

/** The newest task since the run began that says what the run would have written. */
async function madeBy(context: ActionContext, asked: AskedTask): Promise<Task | undefined> {
  const list = await listOf(context, asked.listId ?? defaultList);
  const since = beganAt(context.run.id).toISOString();
  const same: GoogleTask[] = [];
  for await (const task of tasksIn(context, list.id, since)) {
    const says = task.title === asked.title && (task.notes ?? '') === (asked.notes ?? '');
    if (says && dayOf(task.due) === asked.dueOn) same.push(task);
  }
  const newest = same.sort((a, b) => ((a.updated ?? '') < (b.updated ?? '') ? 1 : -1))[0];
  return newest && toTask(newest, list);
}

interface AskedTask {
  readonly title: string;
  readonly listId?: string;
  readonly notes?: string;
  readonly dueOn?: string;
}

export const createTask = defineAction({
  name: 'create_task',
  title: 'Add a task',
  description: 'Adds a task at the top of a list; a due date is a day without a time. Running it twice adds two.',
  fulfils: tasksCreate,
  effect: 'write',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['add the task {title}', 'remind me to {title} on {dueOn}', 'put {title} on the list {listId}'],
  input,
  output: tasksCreate.output,

  /** @see https://developers.google.com/workspace/tasks/reference/rest/v1/tasks/insert */
  async run(context, { title, listId, notes, dueOn, parentId }) {
    const tasks = await tasksOf(context);
    const list = await listOf(context, listId ?? defaultList);
    const parent = parentId && placeOf(parentId).task;
    const requestBody = { title, notes, due: dueOn && dueOf(dueOn) };
    const made = await tasks.tasks.insert({ tasklist: list.id, parent, requestBody });
    return toTask(asWritten(GoogleTask, made), list);
  },

  recover: madeBy,

  async undo(context, { output }) {
    const tasks = await tasksOf(context);
    await tasks.tasks.delete(placeOf(output.id));
  },

  examples: [
    { input: { title: 'Send the agenda to Harborline', notes: 'Scope, people, first delivery.', dueOn: '2026-12-01' } },
    { title: 'In a list of its own', input: { title: 'Proofread the home page', listId: 'list-quillworks' } },
  ],
});
