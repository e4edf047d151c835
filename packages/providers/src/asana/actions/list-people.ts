import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { workspaceField } from '../fields.ts';
import { gather } from '../listing.ts';
import { workspacesOf } from '../workspaces.ts';

const User = z.object({ gid: z.string(), name: z.string().default(''), email: z.string().optional() });

export const listPeople = defineAction({
  name: 'list_people',
  title: 'List people',
  description: 'Lists the people of one workspace or of all, to assign tasks to.',
  effect: 'read',
  idempotent: true,
  needs: ['tasks.read'],
  phrases: ['who is in {workspaceId}', 'people in asana'],
  input: z.strictObject({
    workspaceId: workspaceField().optional(),
    limit: z.int().min(1).max(100).default(100).describe('At most this many'),
    cursor: z.string().max(4096).optional().describe('Where the last page ended'),
  }),
  output: z.object({
    people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string().optional() })),
    nextCursor: z.string().optional(),
  }),

  /** @see https://developers.asana.com/reference/getusers */
  async run(context, { workspaceId, limit, cursor }) {
    const ids = workspaceId === undefined ? (await workspacesOf(context)).map(({ gid }) => gid) : [workspaceId];
    const seen = new Set<string>();
    const sources = ids.map((workspace) => ({ path: '/users', query: { workspace, opt_fields: 'name,email' } }));
    const { items, nextCursor } = await gather(context, sources, {
      item: User,
      limit,
      cursor,
      fits: ({ gid }) => !seen.has(gid) && Boolean(seen.add(gid)),
    });
    const people = items.map(({ gid, name, email }) => ({ id: gid, name, ...(email !== undefined && { email }) }));
    return { people, ...(nextCursor !== undefined && { nextCursor }) };
  },

  examples: [{ input: {} }],
});
