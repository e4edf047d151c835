import { tasksSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { listChoice } from '../tasks/calls.ts';
import { searchTaskLists } from '../tasks/search.ts';

export const searchTasks = defineAction({
  name: 'search_tasks',
  title: 'Find tasks',
  description: 'Finds tasks by words of their title or notes, open ones unless told, list by list in their order.',
  fulfils: tasksSearch,
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['my tasks', 'find tasks about {query}', 'what is on my list {listId}'],
  input: tasksSearch.input.extend({ listId: listChoice.describe('Task list; all of them unless given').optional() }),
  output: tasksSearch.output,

  /** @see https://developers.google.com/workspace/tasks/reference/rest/v1/tasks/list */
  run: (context, input) => searchTaskLists(context, input),

  examples: [
    { input: { query: 'harborline' } },
    { title: 'Done in one list', input: { listId: 'list-quillworks', done: true, limit: 20 } },
  ],
});
