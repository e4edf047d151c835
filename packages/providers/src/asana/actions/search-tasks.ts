import { tasksSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { projectField } from '../fields.ts';
import { findTasks } from '../search.ts';
import { shown, ShownTask } from '../task.ts';

export const searchTasks = defineAction({
  name: 'search_tasks',
  title: 'Find tasks',
  description:
    'Finds the tasks of a project, or the ones that hold some words, or else your own. Where the plan has no search, words are looked for among your own tasks.',
  fulfils: tasksSearch,
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['my tasks', 'tasks in {listId}', 'find tasks about {query}'],
  input: tasksSearch.input.extend({ listId: projectField().optional() }),
  output: z.object({ tasks: z.array(ShownTask), nextCursor: z.string().optional() }),

  async run(context, input) {
    const { items, nextCursor } = await findTasks(context, input);
    return { tasks: items.map(shown), ...(nextCursor !== undefined && { nextCursor }) };
  },

  examples: [
    { title: 'My open tasks', input: {} },
    { title: 'Of a project', input: { listId: '1200000000000101', limit: 20 } },
    { title: 'By words', input: { query: 'harborline' } },
    { title: 'What is done', input: { listId: '1200000000000101', done: true } },
  ],
});
