import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { rpc } from '../calls.ts';
import { linkPage } from '../links.ts';

const linkChoice = picked({ action: 'dropbox.list_links', items: 'links', value: 'url', label: 'name' }, 2048);

export const removeLink = defineAction({
  name: 'remove_link',
  title: 'Remove a shared link',
  description: 'Ends a link, so that nobody can open it any more; a new one gets another address.',
  effect: 'destroy',
  idempotent: false,
  needs: ['sharing'],
  phrases: ['remove the link {url}', 'stop sharing {url}'],
  input: z.strictObject({ url: linkChoice.describe('Link') }),
  output: z.object({ url: z.string(), removed: z.literal(true) }),

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#sharing-revoke_shared_link */
  async run(context, { url }) {
    await rpc(context, 'sharing/revoke_shared_link', { url }, z.null());
    return { url, removed: true } as const;
  },

  /** It happened where the link is not listed any more. */
  async recover(context, { url }) {
    let cursor: string | undefined;
    do {
      const page = await linkPage(context, { cursor });
      if (page.links.some((link) => link.url === url)) return undefined;
      cursor = page.has_more ? page.cursor : undefined;
    } while (cursor !== undefined);
    return { url, removed: true } as const;
  },

  examples: [{ input: { url: 'https://www.dropbox.com/scl/fi/adaproofs/Proof%20pages.pdf?rlkey=ada&dl=0' } }],
});
