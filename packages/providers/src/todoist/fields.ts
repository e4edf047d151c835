import { picked } from '@switchboard/provider-kit';

export const projectField = (): ReturnType<typeof picked> =>
  picked({ action: 'todoist.list_projects', items: 'lists' }, 64).describe('Project');

export const taskField = (): ReturnType<typeof picked> =>
  picked({ action: 'todoist.search_tasks', items: 'tasks' }, 64).describe('Task');

export const sectionField = (): ReturnType<typeof picked> =>
  picked({ action: 'todoist.list_sections', items: 'sections' }, 64).describe('Section');

/** One segment of a path. */
export const segment = (id: string): string => encodeURIComponent(id);

/** How much earlier than ours Todoist's clock may be. */
export const clockSlackMs = 60_000;
