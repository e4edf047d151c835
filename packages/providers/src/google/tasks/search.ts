import { HubError, type Task } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, tasksOf } from '../client.ts';
import { allLists, listOf } from './calls.ts';
import { GoogleTasks, toTask, type GoogleTask, type GoogleTaskList } from './task.ts';

/** Google cannot search, so the hub reads; after so many pages it hands back what it has, with the place to go on. */
const mostPages = 20;

const Place = z.object({ list: z.string(), token: z.string().optional() });
type Place = z.infer<typeof Place>;

export interface TaskSearch {
  readonly query: string;
  readonly listId?: string;
  readonly done: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/** Reads the lists page by page and keeps what matches. */
export async function searchTaskLists(context: ActionContext, search: TaskSearch) {
  const lists = search.listId ? [await listOf(context, search.listId)] : await allLists(context);
  const found: Task[] = [];
  let place = search.cursor ? readCursor(search.cursor) : startOf(lists[0]);
  for (let pages = 0; place && found.length < search.limit && pages < mostPages; pages += 1) {
    const list = lists.find(({ id }) => id === place!.list);
    if (!list) throw new HubError('input_invalid', 'The list this search had come to is gone. Search again.');
    const page = await readPage(context, place, search.done, search.limit - found.length);
    const matching = page.items.filter((task) => matches(task, search));
    found.push(...matching.map((task) => toTask(task, list)));
    place = page.nextPageToken ? { list: list.id, token: page.nextPageToken } : startOf(lists[lists.indexOf(list) + 1]);
  }
  return { tasks: found, nextCursor: place && writeCursor(place) };
}

async function readPage(context: ActionContext, { list, token }: Place, done: boolean, maxResults: number) {
  const tasks = await tasksOf(context);
  const shown = { showCompleted: done, showHidden: done, showAssigned: true };
  return asRead(GoogleTasks, await tasks.tasks.list({ tasklist: list, maxResults, pageToken: token, ...shown }));
}

/** True where every word stands in the title or the notes. */
function matches(task: GoogleTask, { query, done }: TaskSearch): boolean {
  const text = `${task.title ?? ''} ${task.notes ?? ''}`.toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return !task.deleted && (task.status === 'completed') === done && words.every((word) => text.includes(word));
}

const startOf = (list: GoogleTaskList | undefined): Place | undefined => list && { list: list.id };

const writeCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws HubError `input_invalid` for a cursor that no search gave. */
function readCursor(cursor: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new HubError('input_invalid', 'No search ended at this place. Search again without the cursor.');
  }
}
