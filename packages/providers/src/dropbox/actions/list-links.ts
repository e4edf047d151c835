import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { itemChoice } from '../calls.ts';
import { linkPage } from '../links.ts';

const Link = z.object({
  url: z.url(),
  name: z.string(),
  itemId: z.string().optional(),
  expiresAt: z.string().optional(),
});

export const listLinks = defineAction({
  name: 'list_links',
  title: 'List shared links',
  description: 'Lists the links that others can open, of one file or folder where given.',
  effect: 'read',
  idempotent: true,
  needs: ['sharing'],
  phrases: ['my shared links', 'links to {itemId}'],
  input: z.strictObject({
    itemId: itemChoice.describe('Only those of this file or folder').optional(),
    cursor: z.string().max(4096).describe('Where the last page ended').optional(),
  }),
  output: z.object({ links: z.array(Link), nextCursor: z.string().optional() }),

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#sharing-list_shared_links */
  async run(context, { itemId, cursor }) {
    const page = await linkPage(context, { path: itemId, cursor });
    const links = page.links.map(({ url, name, id, expires }) => ({ url, name, itemId: id, expiresAt: expires }));
    return { links, ...(page.has_more && page.cursor !== undefined && { nextCursor: page.cursor }) };
  },

  examples: [{ input: {} }, { title: 'Of one file', input: { itemId: 'id:ada-proof-pages' } }],
});
