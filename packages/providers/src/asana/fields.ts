import { picked } from '@switchboard/provider-kit';

export const projectField = (): ReturnType<typeof picked> =>
  picked({ action: 'asana.list_projects', items: 'lists' }, 64).describe('Project');

export const taskField = (): ReturnType<typeof picked> =>
  picked({ action: 'asana.search_tasks', items: 'tasks' }, 64).describe('Task');

export const workspaceField = (): ReturnType<typeof picked> =>
  picked({ action: 'asana.list_workspaces', items: 'workspaces' }, 64).describe('Workspace');

export const personField = (): ReturnType<typeof picked> =>
  picked({ action: 'asana.list_people', items: 'people', label: 'name' }, 64).describe('Person');

/** One segment of a path. */
export const segment = (id: string): string => encodeURIComponent(id);
