import { filesShareLink, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemId, refOf } from '../item.ts';
import { setLink } from '../link.ts';

export const shareLink = defineAction({
  name: 'share_link',
  title: 'Share by link',
  description: 'Gives a file or folder a link that others can open. One that has a link keeps it.',
  fulfils: filesShareLink,
  effect: 'send',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['share {itemId}', 'link to {itemId}'],
  input: z.strictObject({
    itemId,
    access: z.enum(['open', 'company', 'collaborators']).default('open').describe('Who can open it'),
  }),
  output: filesShareLink.output.extend({ access: z.string() }),

  async before(context, { itemId: id }) {
    const { name, shared_link: link } = await fetchItem(context, refOf(id));
    return { name, ...(link ? { url: link.url, access: link.access } : {}) };
  },

  async run(context, { itemId: id, access }) {
    const link = await setLink(context, refOf(id), { access });
    if (!link) throw new HubError('provider_rejected', 'Box gave no link for this.');
    return { itemId: id, url: link.url, access: link.access ?? access };
  },

  async undo(context, { output: { itemId: id }, before }) {
    await setLink(context, refOf(id), before.access === undefined ? null : { access: before.access });
  },

  examples: [
    { input: { itemId: 'file:7002' } },
    { title: 'A folder', input: { itemId: 'folder:5001', access: 'company' } },
  ],
});
