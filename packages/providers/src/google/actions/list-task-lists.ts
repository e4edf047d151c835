import { tasksListLists } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { allLists } from '../tasks/calls.ts';

export const listTaskLists = defineAction({
  name: 'list_task_lists',
  title: 'List task lists',
  description: 'Lists the task lists of the account, the default one first.',
  fulfils: tasksListLists,
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['my task lists', 'which task lists do I have'],
  input: tasksListLists.input,
  output: tasksListLists.output,

  /** @see https://developers.google.com/workspace/tasks/reference/rest/v1/tasklists/list */
  run: async (context) => ({ lists: await allLists(context) }),

  examples: [{ input: {} }],
});
