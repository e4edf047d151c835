import { z } from 'zod';
import { q } from '../kit/api.ts';
import type { SandboxKit } from '../kit/world.ts';
import { users } from './accounts.ts';
import { dataBody, defineMethod, fields, gidText, many, nothing, one, paged, type AsanaMethod } from './api.ts';
import { invalid } from './errors.ts';
import { projectOf, sectionOf, taskOf, userOf, workspaceOf } from './lookup.ts';
import { fullProject, fullSection, fullUser, fullWorkspace } from './render.ts';
import { asanaState } from './state.ts';
import { tell } from './write.ts';

/** No granular scope opens these; only an app with full permissions may. */
const fullAccess = ['default'];

/** Workspaces, people, projects and sections. */
export function placeMethods(kit: SandboxKit): readonly AsanaMethod[] {
  const state = () => asanaState(kit);
  return [
    defineMethod({
      id: 'getWorkspaces',
      http: 'GET',
      path: '/workspaces',
      scopes: ['workspaces:read'],
      query: z.strictObject(paged),
      run: ({ account, query }) => many('workspaces', account.workspaces.map(fullWorkspace), query),
    }),
    defineMethod({
      id: 'getWorkspace',
      http: 'GET',
      path: '/workspaces/{workspace_gid}',
      scopes: ['workspaces:read'],
      query: z.strictObject(fields),
      run: ({ account, params, query }) => one(fullWorkspace(workspaceOf(account, params.workspace_gid!)), query),
    }),
    defineMethod({
      id: 'getUsers',
      http: 'GET',
      path: '/users',
      scopes: ['users:read'],
      query: z.strictObject({ ...paged, workspace: gidText.optional() }),
      run({ account, query }) {
        const shared = query.workspace ? [workspaceOf(account, query.workspace)] : account.workspaces;
        const seen = users.filter(({ workspaces }) => workspaces.some((gid) => shared.includes(gid)));
        return many(
          'users',
          seen.map(({ id }) => fullUser(id)),
          query,
        );
      },
    }),
    defineMethod({
      id: 'getUser',
      http: 'GET',
      path: '/users/{user_gid}',
      scopes: ['users:read'],
      query: z.strictObject({ ...fields, workspace: gidText.optional() }),
      run: ({ account, params, query }) => one(fullUser(userOf(account, params.user_gid!).id), query),
    }),
    defineMethod({
      id: 'getProjects',
      http: 'GET',
      path: '/projects',
      scopes: ['projects:read'],
      query: z.strictObject({ ...paged, workspace: gidText.optional(), archived: q.bool() }),
      run({ account, query }) {
        const shared = query.workspace ? [workspaceOf(account, query.workspace)] : account.workspaces;
        const seen = Object.values(state().projects).filter(
          ({ workspace, archived }) =>
            shared.includes(workspace) && (query.archived === undefined || archived === query.archived),
        );
        return many('projects', seen.map(fullProject), query);
      },
    }),
    defineMethod({
      id: 'getProject',
      http: 'GET',
      path: '/projects/{project_gid}',
      scopes: ['projects:read'],
      query: z.strictObject(fields),
      run: ({ account, params, query }) => one(fullProject(projectOf(state(), account, params.project_gid!)), query),
    }),
    defineMethod({
      id: 'getSectionsForProject',
      http: 'GET',
      path: '/projects/{project_gid}/sections',
      scopes: fullAccess,
      query: z.strictObject(paged),
      run({ account, params, query }) {
        const project = projectOf(state(), account, params.project_gid!);
        const sections = project.sections.map(({ gid }) => fullSection(project, gid));
        return many(`projects/${project.gid}/sections`, sections, query);
      },
    }),
    defineMethod({
      id: 'addTaskForSection',
      http: 'POST',
      path: '/sections/{section_gid}/addTask',
      scopes: ['tasks:write'],
      body: dataBody({ task: z.string(), insert_before: gidText.optional(), insert_after: gidText.optional() }),
      run({ account, params, body: { data } }) {
        const section = sectionOf(state(), account, params.section_gid!);
        const task = taskOf(state(), account, data.task);
        if (data.insert_before && data.insert_after) throw invalid('Only one of insert_before and insert_after');
        const others = task.places.filter(({ project }) => project !== section.project.gid);
        task.places = [...others, { project: section.project.gid, section: section.gid }];
        task.modifiedAt = new Date(kit.clock()).toISOString();
        tell(kit, account, task, 'section_changed', `moved this task in ${section.project.name}`);
        return nothing();
      },
    }),
  ];
}
