import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { notFound } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { ListTasks, TaskBody } from './bodies.ts';
import { apply, insert, move, remove } from './change.ts';
import { renderTask } from './render.ts';
import { tasksScopes } from './scopes.ts';
import { listFor, newId, taskFor, tasksState, touch, type StoredTask } from './state.ts';

const base = '/tasks/v1/lists/{list}';

/** True where a listing with these wishes shows the task. */
function isShown(task: StoredTask, query: ListTasks): boolean {
  const within = (value: string | undefined, min?: string, max?: string): boolean =>
    (min === undefined && max === undefined) ||
    (value !== undefined &&
      (min === undefined || Date.parse(value) >= Date.parse(min)) &&
      (max === undefined || Date.parse(value) < Date.parse(max)));
  return (
    (query.showDeleted === true || !task.deleted) &&
    (query.showHidden === true || !task.hidden) &&
    (query.showCompleted !== false || task.status !== 'completed') &&
    within(task.due && `${task.due}T00:00:00Z`, query.dueMin, query.dueMax) &&
    within(task.completed, query.completedMin, query.completedMax) &&
    within(task.updated, query.updatedMin)
  );
}

/** The tasks of a list. */
export const taskMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'tasks.tasks.list',
    http: 'GET',
    path: `${base}/tasks`,
    scopes: tasksScopes.read,
    query: ListTasks,
    run: ({ account, params, query }) => {
      const list = listFor(kit, account, params.list!);
      const shown = list.tasks.filter((task) => isShown(task, query));
      const { items, nextPageToken } = pageOf(shown, query.maxResults ?? 20, query.pageToken);
      return {
        kind: 'tasks#tasks',
        etag: `"${tasksState(kit).next}"`,
        ...(nextPageToken && { nextPageToken }),
        items: items.map((task) => renderTask(list, task)),
      };
    },
  }),
  defineMethod({
    id: 'tasks.tasks.get',
    http: 'GET',
    path: `${base}/tasks/{task}`,
    scopes: tasksScopes.read,
    run: ({ account, params }) => {
      const list = listFor(kit, account, params.list!);
      return renderTask(list, taskFor(list, params.task!));
    },
  }),
  defineMethod({
    id: 'tasks.tasks.insert',
    http: 'POST',
    path: `${base}/tasks`,
    scopes: tasksScopes.write,
    query: z.strictObject({ parent: q.text(), previous: q.text() }),
    body: TaskBody,
    run: ({ account, params, query, body }) => {
      const list = listFor(kit, account, params.list!);
      const task: StoredTask = { id: newId(kit), title: '', status: 'needsAction', updated: '' };
      insert(list, task, query);
      apply(kit, list, task, { ...body, deleted: undefined });
      return renderTask(list, task);
    },
  }),
  defineMethod({
    id: 'tasks.tasks.patch',
    http: 'PATCH',
    path: `${base}/tasks/{task}`,
    scopes: tasksScopes.write,
    body: TaskBody,
    run: ({ account, params, body }) => {
      const list = listFor(kit, account, params.list!);
      const task = taskFor(list, params.task!);
      apply(kit, list, task, body);
      return renderTask(list, task);
    },
  }),
  defineMethod({
    id: 'tasks.tasks.update',
    http: 'PUT',
    path: `${base}/tasks/{task}`,
    scopes: tasksScopes.write,
    body: TaskBody,
    run: ({ account, params, body }) => {
      const list = listFor(kit, account, params.list!);
      const task = taskFor(list, params.task!);
      const empty = { title: null, notes: null, due: null, status: 'needsAction' as const };
      apply(kit, list, task, { ...empty, ...body });
      return renderTask(list, task);
    },
  }),
  defineMethod({
    id: 'tasks.tasks.delete',
    http: 'DELETE',
    path: `${base}/tasks/{task}`,
    scopes: tasksScopes.write,
    run: ({ account, params }) => {
      const list = listFor(kit, account, params.list!);
      remove(kit, list, taskFor(list, params.task!));
      return undefined;
    },
  }),
  defineMethod({
    id: 'tasks.tasks.move',
    http: 'POST',
    path: `${base}/tasks/{task}/move`,
    scopes: tasksScopes.write,
    query: z.strictObject({ destinationTasklist: q.text(), parent: q.text(), previous: q.text() }),
    run: ({ account, params, query }) => {
      const list = listFor(kit, account, params.list!);
      const target = query.destinationTasklist ? listFor(kit, account, query.destinationTasklist) : list;
      const task = taskFor(list, params.task!);
      if (task.deleted) throw notFound('Task not found.');
      move(kit, list, target, task, query);
      return renderTask(target, task);
    },
  }),
  defineMethod({
    id: 'tasks.tasks.clear',
    http: 'POST',
    path: `${base}/clear`,
    scopes: tasksScopes.write,
    run: ({ account, params }) => {
      const list = listFor(kit, account, params.list!);
      for (const task of list.tasks) if (task.status === 'completed') task.hidden = true;
      touch(kit, list);
      return undefined;
    },
  }),
];
