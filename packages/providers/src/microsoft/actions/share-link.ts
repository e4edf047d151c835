import { filesShareLink } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemId, itemPath } from '../files/item.ts';

const Permission = z.object({ id: z.string(), link: z.object({ webUrl: z.url() }) });
const Permissions = z.object({ value: z.array(z.object({ id: z.string() })) });
const scopes = { anyone: 'anonymous', organisation: 'organization' } as const;

async function permissionsOf({ http }: Pick<ActionContext, 'http'>, id: string): Promise<string[]> {
  const { value } = await http.get(`${itemPath(id)}/permissions`, { schema: Permissions });
  return value.map((permission) => permission.id);
}

export const shareLink = defineAction({
  name: 'share_link',
  title: 'Share by link',
  description: 'Gives a file or folder a link that others can open. One that has such a link keeps it.',
  fulfils: filesShareLink,
  effect: 'send',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['share {itemId}', 'link to {itemId}'],
  input: filesShareLink.input.extend({
    itemId,
    access: z.enum(['anyone', 'organisation']).default('anyone').describe('Who can open it'),
    role: z.enum(['view', 'edit']).default('view').describe('What they may do'),
  }),
  output: filesShareLink.output.extend({ permissionId: z.string() }),

  async before(context, { itemId: id }) {
    const { name } = await fetchItem(context, id);
    return { name, permissions: await permissionsOf(context, id) };
  },

  /** @see https://learn.microsoft.com/graph/api/driveitem-createlink */
  async run({ http }, { itemId: id, access, role }) {
    const json = { type: role, scope: scopes[access] };
    const made = await http.post(`${itemPath(id)}/createLink`, { json, idempotent: true, schema: Permission });
    return { itemId: id, url: made.link.webUrl, permissionId: made.id };
  },

  /** A link that was there before stays. */
  async undo({ http }, { output: { itemId: id, permissionId }, before }) {
    if (before.permissions.includes(permissionId)) return;
    await http.delete(`${itemPath(id)}/permissions/${encodeURIComponent(permissionId)}`);
  },

  examples: [
    { input: { itemId: '01ADA-HARBORLINE-CONTRACTPDF' } },
    { title: 'For colleagues, to edit', input: { itemId: '01ADA-QUILLWORKS', access: 'organisation', role: 'edit' } },
  ],
});
