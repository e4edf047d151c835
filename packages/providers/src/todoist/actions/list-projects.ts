import { tasksListLists } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { projectsOf } from '../projects.ts';

export const listProjects = defineAction({
  name: 'list_projects',
  title: 'List projects',
  description: 'Lists your projects, the inbox among them, without archived ones.',
  fulfils: tasksListLists,
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['my todoist projects', 'which projects are there'],
  input: tasksListLists.input,
  output: z.object({
    lists: z.array(z.object({ id: z.string(), title: z.string(), inbox: z.boolean(), shared: z.boolean() })),
  }),

  async run(context) {
    const projects = await projectsOf(context);
    return {
      lists: projects.map(({ id, name, inbox_project: inbox, is_shared: shared }) => ({
        id,
        title: name,
        inbox,
        shared,
      })),
    };
  },

  examples: [{ input: {} }],
});
