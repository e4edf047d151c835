import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { projectField } from '../fields.ts';
import { readAll } from '../listing.ts';

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
  description: 'Lists the sections of a project that hold tasks; Asana tells empty ones only to apps with full access.',
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['sections of {listId}', 'columns of {listId}'],
  input: z.strictObject({ listId: projectField() }),
  output: z.object({ sections: z.array(z.object({ id: z.string(), title: z.string(), tasks: z.int() })) }),

  /** No granular scope opens a project's sections; they come with its tasks. @see https://developers.asana.com/reference/gettasks */
  async run(context, { listId }) {
    const query = { project: listId, opt_fields: 'memberships.project,memberships.section.name' };
    const tasks = await readAll(context, { path: '/tasks', query }, Placed);
    const sections = new Map<string, { id: string; title: string; tasks: number }>();
    for (const { memberships } of tasks) {
      const section = memberships.find(({ project }) => project.gid === listId)?.section;
      if (!section) continue;
      const known = sections.get(section.gid) ?? { id: section.gid, title: section.name, tasks: 0 };
      sections.set(section.gid, { ...known, tasks: known.tasks + 1 });
    }
    return { sections: [...sections.values()] };
  },

  examples: [{ input: { listId: '1200000000000101' } }],
});
