import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { refuse } from '../../shared/refuse.ts';
import { projectField, taskField } from '../fields.ts';
import { readAll } from '../listing.ts';
import { readTask } from '../task.ts';

const Placed = z.object({
  memberships: z.array(
    z.object({
      project: z.object({ gid: z.string() }),
      section: z.object({ gid: z.string(), name: z.string() }).nullish(),
    }),
  ),
});

export const listSections = defineAction({
  name: 'list_sections',
  title: 'List sections',
  description:
    'Lists the sections of a project, or of the projects that a task is in, that hold tasks; Asana tells empty ones only to apps with full access.',
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['sections of {listId}', 'columns of {listId}', 'where {taskId} could go'],
  input: z.strictObject({
    listId: projectField().optional(),
    taskId: taskField().describe('Task, instead of a project').optional(),
  }),
  output: z.object({ sections: z.array(z.object({ id: z.string(), title: z.string(), tasks: z.int() })) }),

  async run(context, { listId, taskId }) {
    const projects = listId === undefined ? await projectsOf(context, taskId) : [listId];
    const found = await Promise.all(projects.map((project) => sectionsOf(context, project)));
    return { sections: found.flat() };
  },

  examples: [
    { input: { listId: '1200000000000101' } },
    { title: 'Where a task could go', input: { taskId: '1200000000001002' } },
  ],
});

async function projectsOf(context: ActionContext, taskId: string | undefined): Promise<string[]> {
  if (taskId === undefined) return refuse('/listId', 'Choose a project or a task.');
  const { memberships } = await readTask(context, taskId);
  return memberships.map(({ project }) => project.gid);
}

/** No granular scope opens a project's sections; they come with its tasks. @see https://developers.asana.com/reference/gettasks */
async function sectionsOf(context: ActionContext, listId: string) {
  const query = { project: listId, opt_fields: 'memberships.project,memberships.section.name' };
  const tasks = await readAll(context, { path: '/tasks', query }, Placed);
  const sections = new Map<string, { id: string; title: string; tasks: number }>();
  for (const { memberships } of tasks) {
    const section = memberships.find(({ project }) => project.gid === listId)?.section;
    if (!section) continue;
    const known = sections.get(section.gid) ?? { id: section.gid, title: section.name, tasks: 0 };
    sections.set(section.gid, { ...known, tasks: known.tasks + 1 });
  }
  return [...sections.values()];
}
