import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { paidOnly } from './explain.ts';
import { segment } from './fields.ts';
import { gather, type Source } from './listing.ts';
import { AsanaTask, taskFields } from './task.ts';
import { workspacesOf } from './workspaces.ts';

export interface Wanted {
  readonly query: string;
  readonly listId?: string;
  readonly done: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

interface Found {
  readonly items: AsanaTask[];
  readonly nextCursor?: string;
}

const searchCursor = 'before:';

/** Words anywhere in title or notes, whatever their case. */
const holds = ({ name, notes }: AsanaTask, query: string): boolean =>
  query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => `${name}\n${notes}`.toLocaleLowerCase().includes(word));

/** Tasks of a project, or with words the ones Asana's own search finds, or else the person's own ones. */
export async function findTasks(context: ActionContext, wanted: Wanted): Promise<Found> {
  const { listId, query, cursor } = wanted;
  if (listId !== undefined) return listed(context, [inList(context, wanted, { project: listId })], wanted);
  const workspaces = await workspacesOf(context);
  const own = workspaces.map(({ gid }) => inList(context, wanted, { assignee: 'me', workspace: gid }));
  if (query === '' || (cursor !== undefined && !cursor.startsWith(searchCursor))) return listed(context, own, wanted);
  try {
    return await searched(
      context,
      workspaces.map(({ gid }) => gid),
      wanted,
    );
  } catch (error) {
    if (error instanceof HubError && error.message === paidOnly) return listed(context, own, wanted);
    throw error;
  }
}

/** Asana leaves out what was done before `completed_since`. @see https://developers.asana.com/reference/gettasks */
const inList = ({ now }: ActionContext, { done }: Wanted, where: Record<string, string>): Source => ({
  path: '/tasks',
  query: { ...where, ...(!done && { completed_since: now.toISOString() }), opt_fields: taskFields },
});

const listed = (context: ActionContext, sources: readonly Source[], { query, done, limit, cursor }: Wanted) =>
  gather(context, sources, {
    item: AsanaTask,
    limit,
    cursor,
    fits: (task) => task.completed === done && holds(task, query),
  });

/**
 * The newest first over all workspaces; Asana pages a search by time only.
 * @see https://developers.asana.com/reference/searchtasksforworkspace
 */
async function searched(context: ActionContext, workspaces: readonly string[], wanted: Wanted): Promise<Found> {
  const { query, done, limit, cursor } = wanted;
  const schema = z.object({ data: z.array(AsanaTask) });
  const pages = await Promise.all(
    workspaces.map((gid) =>
      context.http.get(`/workspaces/${segment(gid)}/tasks/search`, {
        query: {
          text: query,
          completed: done,
          sort_by: 'created_at',
          sort_ascending: false,
          'created_at.before': cursor && timeOf(cursor),
          limit,
          opt_fields: taskFields,
        },
        schema,
      }),
    ),
  );
  const all = pages.flatMap(({ data }) => data).sort((a, b) => b.created_at.localeCompare(a.created_at));
  const items = all.slice(0, limit);
  const more = all.length > limit || pages.some(({ data }) => data.length === limit);
  return { items, ...(more && { nextCursor: searchCursor + items.at(-1)!.created_at }) };
}

function timeOf(cursor: string): string {
  const time = z.iso.datetime({ offset: true }).safeParse(cursor.slice(searchCursor.length));
  if (time.success) return time.data;
  throw new HubError('input_invalid', 'This list has changed. Begin it again.');
}
