import { tasksSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { projectField } from '../fields.ts';
import { findTasks } from '../search.ts';
import { shownAll, ShownTask } from '../task.ts';

export const searchTasks = defineAction({
  name: 'search_tasks',
  title: 'Find tasks',
  description: 'Finds open tasks by words or of a project, or those that were done in the last three months.',
  fulfils: tasksSearch,
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['my todoist tasks', 'tasks in {listId}', 'find tasks about {query}'],
  input: tasksSearch.input.extend({ listId: projectField().optional() }),
  output: z.object({ tasks: z.array(ShownTask), nextCursor: z.string().optional() }),

  async run(context, input) {
    const { items, nextCursor } = await findTasks(context, input);
    return { tasks: await shownAll(context, items), ...(nextCursor !== undefined && { nextCursor }) };
  },

  examples: [
    { title: 'All open tasks', input: {} },
    { title: 'Of a project', input: { listId: '6P00000000000101', limit: 20 } },
    { title: 'By words', input: { query: 'quay map' } },
    { title: 'What was done', input: { done: true } },
  ],
});
