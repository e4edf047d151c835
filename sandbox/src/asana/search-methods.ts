import { z } from 'zod';
import { q } from '../kit/api.ts';
import { Refusal } from '../kit/refusal.ts';
import type { SandboxKit } from '../kit/world.ts';
import { workspaces } from './accounts.ts';
import { defineMethod, fields, many, type AsanaMethod } from './api.ts';
import { mayRead, workspaceOf } from './lookup.ts';
import { fullTask } from './render.ts';
import { asanaState, type StoredTask } from './state.ts';

/** A search counts as much as 25 other calls: 60 a minute. */
const searchCost = 25;

const holds = ({ name, notes }: StoredTask, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${name}\n${notes}`.toLowerCase().includes(word));

/** The search of paid plans; it has no offset. @see https://developers.asana.com/reference/searchtasksforworkspace (2026-11-21) */
export const searchMethods = (kit: SandboxKit): readonly AsanaMethod[] => [
  defineMethod({
    id: 'searchTasksForWorkspace',
    http: 'GET',
    path: '/workspaces/{workspace_gid}/tasks/search',
    scopes: ['tasks:read'],
    cost: searchCost,
    query: z.strictObject({
      ...fields,
      text: q.text(),
      completed: q.bool(),
      'assignee.any': q.text(),
      'projects.any': q.text(),
      'created_at.before': q.time(),
      'created_at.after': q.time(),
      sort_by: z.enum(['due_date', 'created_at', 'completed_at', 'likes', 'modified_at']).optional(),
      sort_ascending: q.bool(),
      limit: q.int(1, 100),
    }),
    run({ account, params, query }) {
      const gid = workspaceOf(account, params.workspace_gid!);
      if (!workspaces.find((one) => one.gid === gid)!.paid)
        throw new Refusal('forbidden', 'Payment Required: search is only available to premium workspaces', {
          status: 402,
        });
      const state = asanaState(kit);
      const any = (name: 'assignee.any' | 'projects.any'): string[] | undefined =>
        query[name]?.split(',').map((id) => (id === 'me' ? account.id : id));
      const [who, where] = [any('assignee.any'), any('projects.any')];
      const before = query['created_at.before'] && new Date(query['created_at.before']).toISOString();
      const after = query['created_at.after'] && new Date(query['created_at.after']).toISOString();
      const found = Object.values(state.tasks).filter(
        (task) =>
          task.workspace === gid &&
          mayRead(account, task) &&
          holds(task, query.text ?? '') &&
          (query.completed === undefined || task.completed === query.completed) &&
          (!who || who.includes(task.assignee ?? '')) &&
          (!where || task.places.some(({ project }) => where.includes(project))) &&
          (!before || task.createdAt < before) &&
          (!after || task.createdAt > after),
      );
      const key = (task: StoredTask): string =>
        query.sort_by === 'created_at'
          ? task.createdAt
          : query.sort_by === 'due_date'
            ? (task.dueOn ?? '')
            : task.modifiedAt;
      const sorted = found.sort((a, b) => key(b).localeCompare(key(a)));
      if (query.sort_ascending) sorted.reverse();
      const page = sorted.slice(0, query.limit ?? 20).map((task) => fullTask(state, task, account.clientId));
      return many('search', page, { opt_fields: query.opt_fields });
    },
  }),
];
