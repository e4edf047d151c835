import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asWritten, tasksOf } from '../client.ts';
import { beganAt } from '../run-time.ts';
import { allLists } from '../tasks/calls.ts';
import { removeEmptyList } from '../tasks/restore.ts';
import { GoogleTaskList } from '../tasks/task.ts';

export const createTaskList = defineAction({
  name: 'create_task_list',
  title: 'Add a task list',
  description: 'Adds an empty task list. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['new task list {title}', 'make a list called {title}'],
  input: z.strictObject({ title: z.string().min(1).max(1024).describe('Name of the list') }),
  output: z.object({ id: z.string(), title: z.string() }),

  /** @see https://developers.google.com/workspace/tasks/reference/rest/v1/tasklists/insert */
  async run(context, { title }) {
    const tasks = await tasksOf(context);
    return asWritten(GoogleTaskList, await tasks.tasklists.insert({ requestBody: { title } }));
  },

  async recover(context, { title }) {
    const since = beganAt(context.run.id).toISOString();
    const lists = await allLists(context);
    return lists.findLast((list) => list.title === title && (list.updated ?? '') >= since);
  },

  undo: (context, { output }) => removeEmptyList(context, output),

  examples: [{ input: { title: 'Open evening' } }],
});
