import { FileItem } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemId, refOf, shown } from '../item.ts';

export const readItem = defineAction({
  name: 'read_item',
  title: 'Look at a file or folder',
  description:
    'Reads what is known of one file or folder: where it lies, its size, its description and its shared link.',
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['details of {itemId}'],
  input: z.strictObject({ itemId }),
  output: FileItem.extend({ description: z.string(), sharedUrl: z.url().optional() }),

  /** @see https://developer.box.com/reference/get-files-id */
  async run(context, { itemId: id }) {
    const item = await fetchItem(context, refOf(id));
    const link = item.shared_link;
    return { ...shown(item), description: item.description ?? '', ...(link ? { sharedUrl: link.url } : {}) };
  },

  examples: [{ input: { itemId: 'file:7001' } }, { title: 'A folder', input: { itemId: 'folder:5001' } }],
});
