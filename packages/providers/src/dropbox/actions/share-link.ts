import { filesShareLink, HubError } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemChoice, rpc } from '../calls.ts';
import { linkOf, SharedLink } from '../links.ts';

/** What an item is called, or undefined where the connection may only share. @throws HubError `not_found`. */
async function nameOf(context: ActionContext, itemId: string): Promise<string | undefined> {
  try {
    return (await fetchItem(context, itemId)).name;
  } catch (error) {
    if (error instanceof HubError && error.code === 'scope_missing') return undefined;
    throw error;
  }
}

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
    return link ? { name: link.name, url: link.url } : { name: await nameOf(context, itemId) };
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
