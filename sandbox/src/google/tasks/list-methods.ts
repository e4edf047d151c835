import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { invalid } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { TaskListBody } from './bodies.ts';
import { renderList } from './render.ts';
import { tasksScopes } from './scopes.ts';
import { listFor, listsOf, newId, tasksState, touch, type StoredList } from './state.ts';

const base = '/tasks/v1/users/@me/lists';

/** @throws {GoogleError} 400 without a title. */
function titleOf(title: string | null | undefined): string {
  if (!title) throw invalid('Missing task list title', 'title');
  return title;
}

/** Lists of tasks. */
export function listMethods(kit: SandboxKit): readonly GoogleMethod[] {
  const rename = (account: GoogleAccount, id: string, title: string): StoredList => {
    const list = listFor(kit, account, id);
    list.title = title;
    touch(kit, list);
    return list;
  };
  return [
    defineMethod({
      id: 'tasks.tasklists.list',
      http: 'GET',
      path: base,
      scopes: tasksScopes.read,
      query: z.strictObject({ maxResults: q.int(1, 1000), pageToken: q.text() }),
      run: ({ account, query }) => {
        const { items, nextPageToken } = pageOf(listsOf(kit, account), query.maxResults ?? 1000, query.pageToken);
        return {
          kind: 'tasks#taskLists',
          etag: `"${tasksState(kit).next}"`,
          ...(nextPageToken && { nextPageToken }),
          items: items.map(renderList),
        };
      },
    }),
    defineMethod({
      id: 'tasks.tasklists.get',
      http: 'GET',
      path: `${base}/{list}`,
      scopes: tasksScopes.read,
      run: ({ account, params }) => renderList(listFor(kit, account, params.list!)),
    }),
    defineMethod({
      id: 'tasks.tasklists.insert',
      http: 'POST',
      path: base,
      scopes: tasksScopes.write,
      body: TaskListBody,
      run: ({ account, body }) => {
        const list = { id: newId(kit), title: titleOf(body.title), updated: '', tasks: [] };
        const lists = listsOf(kit, account);
        if (lists.length >= 2000) throw invalid('Task list limit reached.');
        lists.push(list);
        touch(kit, list);
        return renderList(list);
      },
    }),
    defineMethod({
      id: 'tasks.tasklists.patch',
      http: 'PATCH',
      path: `${base}/{list}`,
      scopes: tasksScopes.write,
      body: TaskListBody,
      run: ({ account, params, body }) => {
        const { title } = listFor(kit, account, params.list!);
        return renderList(rename(account, params.list!, body.title ?? title));
      },
    }),
    defineMethod({
      id: 'tasks.tasklists.update',
      http: 'PUT',
      path: `${base}/{list}`,
      scopes: tasksScopes.write,
      body: TaskListBody,
      run: ({ account, params, body }) => renderList(rename(account, params.list!, titleOf(body.title))),
    }),
    defineMethod({
      id: 'tasks.tasklists.delete',
      http: 'DELETE',
      path: `${base}/{list}`,
      scopes: tasksScopes.write,
      run: ({ account, params }) => {
        const lists = listsOf(kit, account);
        const at = lists.indexOf(listFor(kit, account, params.list!));
        if (at === 0) throw invalid('The default task list cannot be deleted.');
        lists.splice(at, 1);
        kit.store.changed();
        return undefined;
      },
    }),
  ];
}
