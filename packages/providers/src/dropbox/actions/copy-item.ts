import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, folderChoice, itemChoice, rpc } from '../calls.ts';
import { toItem, VersionedItem } from '../items.ts';
import { arrived, relocate, targetPath } from '../relocation.ts';

export const copyItem = defineAction({
  name: 'copy_item',
  title: 'Copy',
  description: 'Copies a file or folder to another folder or under another name. Running it twice is refused.',
  effect: 'write',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['copy {itemId} to {toFolderId}', 'duplicate {itemId} as {name}'],
  input: z.strictObject({
    itemId: itemChoice.describe('File or folder'),
    toFolderId: folderChoice.describe('Folder the copy goes to').optional(),
    name: z.string().min(1).max(255).describe('Name of the copy').optional(),
  }),
  output: VersionedItem,

  async before(context, target) {
    const item = await fetchItem(context, target.itemId);
    await targetPath(context, item, target);
    return { name: item.name };
  },

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-copy */
  async run(context, target) {
    const item = await fetchItem(context, target.itemId);
    return relocate(context, 'copy_v2', item.id, await targetPath(context, item, target));
  },

  /** A taken name is refused with a clear answer, so what lies there after an unclear one is the copy. */
  async recover(context, target) {
    const there = await arrived(context, target);
    return there && toItem(there);
  },

  async undo(context, { output }) {
    const parent = output.rev === undefined ? {} : { parent_rev: output.rev };
    await rpc(context, 'files/delete_v2', { path: output.id, ...parent }, z.object({}));
  },

  examples: [
    { input: { itemId: 'id:ada-contract', toFolderId: '/Studio' } },
    { title: 'In the same folder', input: { itemId: 'id:ada-kick-off-agenda', name: 'Agenda template.txt' } },
  ],
});
