import { FileItem } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemId, shown } from '../files/item.ts';

export const getItem = defineAction({
  name: 'get_item',
  title: 'Look at a file or folder',
  description: 'Tells what OneDrive knows of a file or folder, without its content.',
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['details of {itemId}', 'where is {itemId}'],
  input: z.strictObject({ itemId }),
  output: FileItem,

  /** @see https://learn.microsoft.com/graph/api/driveitem-get */
  run: async (context, { itemId: id }) => shown(await fetchItem(context, id)),

  examples: [{ input: { itemId: '01ADA-HARBORLINE' } }],
});
