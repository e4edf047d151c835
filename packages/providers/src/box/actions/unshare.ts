import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemId, refOf } from '../item.ts';
import { setLink } from '../link.ts';

export const unshare = defineAction({
  name: 'unshare',
  title: 'Take the link away',
  description: "Ends an item's shared link; a new one will have another address. Without a link nothing changes.",
  effect: 'destroy',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['stop sharing {itemId}'],
  input: z.strictObject({ itemId }),
  output: z.object({ itemId: z.string(), shared: z.literal(false) }),

  async before(context, { itemId: id }) {
    const { name, shared_link: link } = await fetchItem(context, refOf(id));
    return { name, ...(link ? { url: link.url } : {}) };
  },

  async run(context, { itemId: id }) {
    await setLink(context, refOf(id), null);
    return { itemId: id, shared: false as const };
  },

  examples: [{ input: { itemId: 'file:7001' } }],
});
