import { z } from 'zod';
import { q } from '../kit/api.ts';
import type { SandboxKit } from '../kit/world.ts';
import {
  dataBody,
  defineMethod,
  fields,
  gidText,
  many,
  nothing,
  one,
  paged,
  type AsanaCaller,
  type AsanaMethod,
} from './api.ts';
import { invalid } from './errors.ts';
import { mayRead, projectOf, sectionOf, taskOf, userOf, workspaceOf } from './lookup.ts';
import { fullTask, type Shape } from './render.ts';
import { asanaState, type StoredTask } from './state.ts';
import { createTask, updateTask } from './write.ts';

const writable = {
  name: z.string().max(1024).optional(),
  notes: z.string().max(65_535).optional(),
  completed: z.boolean().optional(),
  due_on: z.iso.date().nullable().optional(),
  due_at: z.iso.datetime({ offset: true }).nullable().optional(),
  assignee: z.string().nullable().optional(),
};
const created = {
  ...writable,
  resource_subtype: z.enum(['default_task']).optional(),
  projects: z.array(gidText).optional(),
  workspace: gidText.optional(),
  parent: gidText.nullable().optional(),
  followers: z.array(z.string()).optional(),
  external: z.strictObject({ gid: z.string().max(1024), data: z.string().max(32_768).optional() }).optional(),
};
export const NewTask = z.strictObject(created);
export const TaskChange = z.strictObject(writable);

/** Reads and writes of tasks. @see https://developers.asana.com/reference/tasks (2026-11-21) */
export function taskMethods(kit: SandboxKit): readonly AsanaMethod[] {
  const state = () => asanaState(kit);
  const shown = (task: StoredTask, caller: AsanaCaller): Shape => fullTask(state(), task, caller.clientId);
  const listed = (caller: AsanaCaller, fits: (task: StoredTask) => boolean): Shape[] =>
    Object.values(state().tasks)
      .filter((task) => mayRead(caller, task) && fits(task))
      .map((task) => shown(task, caller));
  const isOpenSince = (since: string | undefined, task: StoredTask): boolean =>
    since === undefined || !task.completed || (task.completedAt ?? '') >= new Date(since).toISOString();

  return [
    defineMethod({
      id: 'getTasks',
      http: 'GET',
      path: '/tasks',
      scopes: ['tasks:read'],
      query: z.strictObject({
        ...paged,
        assignee: q.text(),
        project: gidText.optional(),
        section: gidText.optional(),
        workspace: gidText.optional(),
        completed_since: q.time(),
        modified_since: q.time(),
      }),
      run({ account, query }) {
        const { project, section, assignee, workspace, completed_since: since, modified_since: modified } = query;
        if (!project && !section && !(assignee && workspace))
          throw invalid('You should specify one of project, tag, section, user_task_list, or assignee + workspace');
        if (project && (section || assignee)) throw invalid('project: Cannot be combined with section or assignee');
        if (project) projectOf(state(), account, project);
        if (section) sectionOf(state(), account, section);
        if (workspace) workspaceOf(account, workspace);
        const who = assignee && userOf(account, assignee, workspace).id;
        const all = listed(
          account,
          (task) =>
            (!project || task.places.some((place) => place.project === project)) &&
            (!section || task.places.some((place) => place.section === section)) &&
            (!who || (task.assignee === who && task.workspace === workspace)) &&
            isOpenSince(since, task) &&
            (!modified || task.modifiedAt >= new Date(modified).toISOString()),
        );
        return many('tasks', all, query);
      },
    }),
    defineMethod({
      id: 'createTask',
      http: 'POST',
      path: '/tasks',
      scopes: ['tasks:write'],
      query: z.strictObject(fields),
      body: dataBody(created),
      run: ({ account, body, query }) => one(shown(createTask(kit, account, body.data), account), query, 201),
    }),
    defineMethod({
      id: 'getTask',
      http: 'GET',
      path: '/tasks/{task_gid}',
      scopes: ['tasks:read'],
      query: z.strictObject(fields),
      run: ({ account, params, query }) => one(shown(taskOf(state(), account, params.task_gid!), account), query),
    }),
    defineMethod({
      id: 'updateTask',
      http: 'PUT',
      path: '/tasks/{task_gid}',
      scopes: ['tasks:write'],
      query: z.strictObject(fields),
      body: dataBody(writable),
      run({ account, params, body, query }) {
        const task = taskOf(state(), account, params.task_gid!);
        return one(shown(updateTask(kit, account, task, body.data), account), query);
      },
    }),
    defineMethod({
      id: 'deleteTask',
      http: 'DELETE',
      path: '/tasks/{task_gid}',
      scopes: ['tasks:delete'],
      run({ account, params }) {
        const { tasks } = state();
        const { gid } = taskOf(state(), account, params.task_gid!);
        for (const task of Object.values(tasks)) if (task.gid === gid || task.parent === gid) delete tasks[task.gid];
        return nothing();
      },
    }),
    defineMethod({
      id: 'getSubtasksForTask',
      http: 'GET',
      path: '/tasks/{task_gid}/subtasks',
      scopes: ['tasks:read'],
      query: z.strictObject(paged),
      run({ account, params, query }) {
        const { gid } = taskOf(state(), account, params.task_gid!);
        const all = listed(account, ({ parent }) => parent === gid);
        return many(`tasks/${gid}/subtasks`, all, query);
      },
    }),
    defineMethod({
      id: 'createSubtaskForTask',
      http: 'POST',
      path: '/tasks/{task_gid}/subtasks',
      scopes: ['tasks:write'],
      query: z.strictObject(fields),
      body: dataBody(created),
      run({ account, params, body, query }) {
        const { gid } = taskOf(state(), account, params.task_gid!);
        return one(shown(createTask(kit, account, { ...body.data, parent: gid }), account), query, 201);
      },
    }),
  ];
}
