import type { ActionContext } from '@switchboard/provider-kit';
import { gather, type Asked } from './listing.ts';
import { TodoistTask } from './task.ts';

export interface Wanted {
  readonly query: string;
  readonly listId?: string;
  readonly done: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/** Todoist tells what was completed within three months at a time. */
const doneWithinMs = 89 * 86_400_000;

const words = (query: string): string[] => query.split(/\s+/).filter(Boolean);

const holds = ({ content, description }: TodoistTask, query: string): boolean =>
  words(query.toLocaleLowerCase()).every((word) => `${content}\n${description}`.toLocaleLowerCase().includes(word));

/** A word as the filter language takes it literally. @see https://www.todoist.com/help/articles/introduction-to-filters-V98wIH (2026-11-21) */
const literal = (word: string): string => `search: ${word.replaceAll(/[()|&!,\\]/g, String.raw`\$&`)}`;

/** Open tasks by Todoist's own search or of a project, or those that were done in the last three months. */
export function findTasks(
  context: ActionContext,
  wanted: Wanted,
): Promise<{ items: TodoistTask[]; nextCursor?: string }> {
  const { query, limit, cursor, done } = wanted;
  return gather(context, listFor(context, wanted), {
    item: TodoistTask,
    limit,
    cursor,
    fits: (task) => task.checked === done && holds(task, query),
  });
}

function listFor({ now }: ActionContext, { query, listId, done }: Wanted): Asked {
  if (done) {
    const since = new Date(now.getTime() - doneWithinMs).toISOString();
    const when = { since, until: now.toISOString(), project_id: listId };
    return { path: '/tasks/completed/by_completion_date', query: when, items: 'items' };
  }
  if (listId !== undefined || query === '') return { path: '/tasks', query: { project_id: listId } };
  return { path: '/tasks/filter', query: { query: words(query).map(literal).join(' & '), lang: 'en' } };
}
