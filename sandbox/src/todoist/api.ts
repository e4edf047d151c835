import { methodsFor, q, type ApiMethod } from '../kit/api.ts';
import type { OriginHandler } from '../kit/exchange.ts';
import { cursorPage } from '../kit/paging.ts';
import { headerToken, serveApi } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { TodoistUser } from './accounts.ts';
import { notFound, refuse } from './errors.ts';
import type { TodoistOAuth } from './oauth.ts';
import type { StoredProject, StoredTask, TodoistState } from './state.ts';

export type TodoistMethod = ApiMethod<TodoistUser>;
export const defineMethod = methodsFor<TodoistUser>();

export const reads = ['data:read'];
export const writes = ['data:read_write'];

export const paged = { limit: q.int(1, 200), cursor: q.text() };

/** A page of fifty unless told; `next_cursor` is null on the last. */
export function page(
  list: string,
  all: readonly unknown[],
  { limit = 50, cursor }: { limit?: number | undefined; cursor?: string | undefined },
  member = 'results',
): unknown {
  const { items, next } = cursorPage(list, all, cursor, limit);
  return { [member]: items, next_cursor: next ?? null };
}

export function projectOf(state: TodoistState, { id: user }: TodoistUser, id: string): StoredProject {
  const found = Object.hasOwn(state.projects, id) ? state.projects[id] : undefined;
  if (!found?.members.includes(user)) throw notFound('Project');
  return found;
}

export function sectionOf(state: TodoistState, { id: user }: TodoistUser, id: string): { project: string; id: string } {
  const found = Object.values(state.projects).find(({ sections }) => sections.some((section) => section.id === id));
  if (!found?.members.includes(user)) throw notFound('Section');
  return { project: found.id, id };
}

export function taskOf(state: TodoistState, user: TodoistUser, id: string): StoredTask {
  const found = Object.hasOwn(state.tasks, id) ? state.tasks[id] : undefined;
  if (!found || !mayRead(state, user, found)) throw notFound('Task');
  return found;
}

export const mayRead = (state: TodoistState, { id }: TodoistUser, { project }: StoredTask): boolean =>
  state.projects[project]!.members.includes(id);

/** A thousand calls in a quarter of an hour for each person. @see https://developer.todoist.com/api/v1/#tag/Request-limits (2026-11-21) */
const quota = { units: 1000, perSeconds: 900 };

export const serveTodoist = (kit: SandboxKit, oauth: TodoistOAuth, methods: readonly TodoistMethod[]): OriginHandler =>
  serveApi<TodoistUser>(kit, {
    name: 'todoist',
    under: '/api/v1',
    methods,
    refuse,
    quota,
    caller(request) {
      const token = headerToken(request);
      return token === undefined ? 'missing' : oauth.bearer(token);
    },
  });
