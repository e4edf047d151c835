import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, itemChoice } from '../calls.ts';
import { toItem, VersionedItem } from '../items.ts';

export const getItem = defineAction({
  name: 'get_item',
  title: 'Look at a file or folder',
  description: 'Tells the name, place, size and last change of a file or folder.',
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['details of {itemId}', 'where is {itemId}'],
  input: z.strictObject({ itemId: itemChoice.describe('File or folder, by its id or its path') }),
  output: VersionedItem,

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-get_metadata */
  run: async (context, { itemId }) => toItem(await fetchItem(context, itemId)),

  examples: [{ input: { itemId: 'id:ada-contract' } }, { title: 'By its path', input: { itemId: '/Harborline' } }],
});
