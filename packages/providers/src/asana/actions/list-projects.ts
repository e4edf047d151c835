import { tasksListLists } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { workspaceField } from '../fields.ts';
import { readAll } from '../listing.ts';
import { workspacesOf } from '../workspaces.ts';

const Project = z.object({ gid: z.string(), name: z.string(), permalink_url: z.url().optional() });

export const listProjects = defineAction({
  name: 'list_projects',
  title: 'List projects',
  description: 'Lists the projects that are not archived, of one workspace or of all.',
  fulfils: tasksListLists,
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['my projects', 'which projects are there', 'list asana projects'],
  input: tasksListLists.input.extend({ workspaceId: workspaceField().optional() }),
  output: z.object({
    lists: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        workspaceId: z.string(),
        workspaceTitle: z.string(),
        url: z.url().optional(),
      }),
    ),
  }),

  /** @see https://developers.asana.com/reference/getprojects */
  async run(context, { workspaceId }) {
    const workspaces = await workspacesOf(context);
    const chosen = workspaces.filter(({ gid }) => workspaceId === undefined || gid === workspaceId);
    const lists = await Promise.all(
      chosen.map(async ({ gid, name }) => {
        const query = { workspace: gid, archived: false, opt_fields: 'name,permalink_url' };
        const projects = await readAll(context, { path: '/projects', query }, Project);
        return projects.map((project) => ({
          id: project.gid,
          title: project.name,
          workspaceId: gid,
          workspaceTitle: name,
          ...(project.permalink_url && { url: project.permalink_url }),
        }));
      }),
    );
    return { lists: lists.flat() };
  },

  examples: [{ input: {} }, { title: 'Of one workspace', input: { workspaceId: '1200000000000001' } }],
});
