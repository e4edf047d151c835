import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { workspacesOf } from '../workspaces.ts';

export const listWorkspaces = defineAction({
  name: 'list_workspaces',
  title: 'List workspaces',
  description: 'Lists the workspaces and organisations of the account.',
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['my asana workspaces'],
  input: z.strictObject({}),
  output: z.object({ workspaces: z.array(z.object({ id: z.string(), title: z.string() })) }),

  run: async (context) => ({
    workspaces: (await workspacesOf(context)).map(({ gid, name }) => ({ id: gid, title: name })),
  }),

  examples: [{ input: {} }],
});
