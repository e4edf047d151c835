import { HubError, tasksCreate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { personField, projectField } from '../fields.ts';
import { addTask, removeTask, ShownTask } from '../task.ts';
import { made, trace } from '../trace.ts';
import { workspacesOf } from '../workspaces.ts';

export const createTask = defineAction({
  name: 'create_task',
  title: 'Add a task',
  description:
    'Adds a task to a project, or without one to your own tasks in your first workspace. Running it twice adds two.',
  fulfils: tasksCreate,
  effect: 'write',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['add task {title} to {listId}', 'new task {title} due {dueOn}', 'remind me to {title}'],
  input: tasksCreate.input.extend({ listId: projectField().optional(), assigneeId: personField().optional() }),
  output: ShownTask,

  async run(context, { title, listId, notes, dueOn, assigneeId }) {
    const place = listId === undefined ? await ownPlace() : { projects: [listId], assignee: assigneeId };
    return addTask(context, '/tasks', { name: title, notes, due_on: dueOn, ...place, ...trace(context) });

    async function ownPlace() {
      const [workspace] = await workspacesOf(context);
      if (!workspace) throw new HubError('input_invalid', 'This account has no workspace to add a task to.');
      return { workspace: workspace.gid, assignee: assigneeId ?? 'me' };
    }
  },

  undo: (context, { output }) => removeTask(context, output.id),
  recover: made,

  examples: [
    {
      input: {
        title: 'Send the berth list to Daniel',
        listId: '1200000000000101',
        notes: 'As a table, with the new column names.',
        dueOn: '2026-12-01',
      },
    },
    { title: 'For myself', input: { title: 'Read the tide tables' } },
  ],
});
