import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { projectField } from '../fields.ts';
import { readAll } from '../listing.ts';

const Section = z.object({ id: z.string(), name: z.string(), project_id: z.string() });

export const listSections = defineAction({
  name: 'list_sections',
  title: 'List sections',
  description: 'Lists the sections of a project, or of all.',
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['sections of {listId}'],
  input: z.strictObject({ listId: projectField().optional() }),
  output: z.object({ sections: z.array(z.object({ id: z.string(), title: z.string(), listId: z.string() })) }),

  /** @see https://developer.todoist.com/api/v1/#tag/Sections */
  async run(context, { listId }) {
    const sections = await readAll(context, { path: '/sections', query: { project_id: listId } }, Section);
    return { sections: sections.map(({ id, name, project_id: list }) => ({ id, title: name, listId: list })) };
  },

  examples: [{ input: { listId: '6P00000000000101' } }, { title: 'Of all projects', input: {} }],
});
