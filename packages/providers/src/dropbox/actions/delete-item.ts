import { filesDelete } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { find, itemChoice, rpc } from '../calls.ts';
import { bringBack, whatLiesAt } from '../deleted.ts';

export const deleteItem = defineAction({
  name: 'delete_item',
  title: 'Delete',
  description:
    'Deletes a file, or a folder with everything in it; Dropbox keeps deleted files for 30 days or longer. Running it twice finds nothing the second time.',
  fulfils: filesDelete,
  effect: 'destroy',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['delete {itemId}', 'remove the file {itemId}'],
  input: filesDelete.input.extend({ itemId: itemChoice }),
  output: filesDelete.output,

  before: (context, { itemId }) => whatLiesAt(context, itemId),

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-delete */
  async run(context, { itemId }) {
    await rpc(context, 'files/delete_v2', { path: itemId }, z.object({}));
    return { itemId, deleted: true } as const;
  },

  async recover(context, { itemId }) {
    return (await find(context, itemId)) ? undefined : ({ itemId, deleted: true } as const);
  },

  undo: (context, { before }) => bringBack(context, before),

  examples: [
    { input: { itemId: 'id:ada-kick-off-agenda' } },
    { title: 'A folder', input: { itemId: '/Quillworks/Copy' } },
  ],
});
