import { Refusal } from '../kit/refusal.ts';
import { users, type AsanaUser } from './accounts.ts';
import type { AsanaCaller } from './api.ts';
import { invalid, unknownObject } from './errors.ts';
import type { AsanaState, StoredProject, StoredTask } from './state.ts';

/** The caller's own workspace. @throws {Refusal} 403 for one of others, 404 for none. */
export function workspaceOf(caller: AsanaCaller, gid: string): string {
  if (caller.workspaces.includes(gid)) return gid;
  if (users.some(({ workspaces }) => workspaces.includes(gid))) throw new Refusal('forbidden', 'workspace: Forbidden');
  throw unknownObject('workspace', gid);
}

export function projectOf(state: AsanaState, caller: AsanaCaller, gid: string): StoredProject {
  const found = Object.hasOwn(state.projects, gid) ? state.projects[gid] : undefined;
  if (!found || !caller.workspaces.includes(found.workspace)) throw unknownObject('project', gid);
  return found;
}

export function sectionOf(
  state: AsanaState,
  caller: AsanaCaller,
  gid: string,
): { project: StoredProject; gid: string } {
  const project = Object.values(state.projects).find(({ sections }) => sections.some((one) => one.gid === gid));
  if (!project || !caller.workspaces.includes(project.workspace)) throw unknownObject('section', gid);
  return { project, gid };
}

/** A task by its gid, or by the external name that the caller's app gave it. @throws {Refusal} 404. */
export function taskOf(state: AsanaState, caller: AsanaCaller, id: string): StoredTask {
  const external = /^external:(.+)$/.exec(id)?.[1];
  const found =
    external === undefined
      ? Object.hasOwn(state.tasks, id)
        ? state.tasks[id]
        : undefined
      : Object.values(state.tasks).find(
          (task) => task.external?.gid === external && task.external.clientId === caller.clientId,
        );
  if (!found || !mayRead(caller, found)) throw unknownObject('task', id);
  return found;
}

export const mayRead = (caller: AsanaCaller, task: StoredTask): boolean => {
  const isOwn = task.assignee === caller.id || task.createdBy === caller.id;
  const isPrivate = task.places.length === 0 && task.parent === undefined;
  return caller.workspaces.includes(task.workspace) && (isOwn || !isPrivate);
};

/** `me`, a gid or an address of someone who shares the workspace. @throws {Refusal} 400. */
export function userOf(caller: AsanaCaller, id: string, workspace?: string): AsanaUser {
  const found = id === 'me' ? caller : users.find((user) => user.id === id || user.email === id);
  const shared = found?.workspaces.some((gid) => (workspace ? gid === workspace : caller.workspaces.includes(gid)));
  if (!found || !shared) throw invalid(`assignee: Unknown object: ${id}`);
  return found;
}
