import { z } from 'zod';
import { q } from '../kit/api.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { TodoistUser } from './accounts.ts';
import { defineMethod, mayRead, page, paged, projectOf, reads, type TodoistMethod } from './api.ts';
import { invalid } from './errors.ts';
import { taskView } from './render.ts';
import { todoistState, type StoredTask } from './state.ts';

const threeMonthsMs = 92 * 86_400_000;

/** Of Todoist's filter language the stand-in knows words that are searched for, joined by `&`, and `all`. @throws {Refusal} 400. */
function wordsOf(query: string): string[] {
  if (query.trim() === 'all') return [];
  return query.split(/(?<!\\)&/).map((part) => {
    const word = /^\s*search\s*:\s*((?:[^()|&!,\\]|\\.)+?)\s*$/i.exec(part)?.[1];
    if (word === undefined) throw invalid('Unable to parse the filter query', 'filter');
    return word.replace(/\\(.)/g, '$1').toLowerCase();
  });
}

/** Looking for tasks by the filter language, and for what was done. */
export function findMethods(kit: SandboxKit): readonly TodoistMethod[] {
  const state = () => todoistState(kit);
  const seen = (user: TodoistUser, checked: boolean): StoredTask[] =>
    Object.values(state().tasks).filter((task) => task.checked === checked && mayRead(state(), user, task));
  const view = (task: StoredTask) => taskView(state(), task);
  return [
    defineMethod({
      id: 'get_tasks_by_filter',
      http: 'GET',
      path: '/tasks/filter',
      scopes: reads,
      query: z.strictObject({ ...paged, query: z.string().min(1).max(1024), lang: q.text() }),
      run({ account, query }) {
        const words = wordsOf(query.query);
        const found = seen(account, false).filter(({ content, description }) =>
          words.every((word) => `${content}\n${description}`.toLowerCase().includes(word)),
        );
        return page('filter', found.map(view), query);
      },
    }),
    defineMethod({
      id: 'tasks_completed_by_completion_date',
      http: 'GET',
      path: '/tasks/completed/by_completion_date',
      scopes: reads,
      query: z.strictObject({
        ...paged,
        since: z.iso.datetime({ offset: true }),
        until: z.iso.datetime({ offset: true }),
        project_id: q.text(),
        section_id: q.text(),
        parent_id: q.text(),
      }),
      run({ account, query }) {
        const [since, until] = [Date.parse(query.since), Date.parse(query.until)];
        if (until < since || until - since > threeMonthsMs) throw invalid('The range is longer than 3 months', 'until');
        if (query.project_id) projectOf(state(), account, query.project_id);
        const found = seen(account, true)
          .filter(({ completedAt }) => Date.parse(completedAt!) >= since && Date.parse(completedAt!) <= until)
          .filter(({ project }) => !query.project_id || project === query.project_id)
          .filter(({ section }) => !query.section_id || section === query.section_id)
          .filter(({ parent }) => !query.parent_id || parent === query.parent_id)
          .sort((a, b) => b.completedAt!.localeCompare(a.completedAt!));
        return page('completed', found.map(view), query, 'items');
      },
    }),
  ];
}
