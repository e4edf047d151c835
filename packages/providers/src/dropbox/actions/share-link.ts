import { filesShareLink, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { itemChoice, rpc } from '../calls.ts';
import { linkOf, SharedLink } from '../links.ts';

export const shareLink = defineAction({
  name: 'share_link',
  title: 'Share by link',
  description:
    'Gives a link that others can open. Running it twice gives the same link, and one that was there before stays as it is.',
  fulfils: filesShareLink,
  effect: 'send',
  idempotent: true,
  needs: ['sharing'],
  phrases: ['link to {itemId}', 'share {itemId} by link'],
  input: filesShareLink.input.extend({ itemId: itemChoice }),
  output: filesShareLink.output,

  async before(context, { itemId }) {
    const link = await linkOf(context, itemId);
    return { ...(link && { url: link.url }) };
  },

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#sharing-create_shared_link_with_settings */
  async run(context, { itemId }) {
    try {
      const asked = { path: itemId };
      const { url } = await rpc(context, 'sharing/create_shared_link_with_settings', asked, SharedLink);
      return { itemId, url };
    } catch (error) {
      const there = error instanceof HubError && error.code === 'conflict' && (await linkOf(context, itemId));
      if (!there) throw error;
      return { itemId, url: there.url };
    }
  },

  /** A link that was there before is left alone. */
  async undo(context, { output, before }) {
    if (before.url === undefined) await rpc(context, 'sharing/revoke_shared_link', { url: output.url }, z.null());
  },

  examples: [{ input: { itemId: 'id:ada-contract' } }, { title: 'A folder', input: { itemId: '/Quillworks' } }],
});
