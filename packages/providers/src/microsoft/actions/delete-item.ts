import { filesDelete, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { DriveItem, fetchItem, itemId, itemPath, shown } from '../files/item.ts';

export const deleteItem = defineAction({
  name: 'delete_item',
  title: 'Delete',
  description: "Moves a file, or a folder with all that is in it, to OneDrive's recycle bin.",
  fulfils: filesDelete,
  effect: 'destroy',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['delete {itemId}', 'bin {itemId}'],
  input: filesDelete.input.extend({ itemId }),
  output: filesDelete.output,

  async before(context, { itemId: id }) {
    const item = await fetchItem(context, id);
    if (item.root) throw new HubError('input_invalid', 'The top folder cannot be deleted.');
    return shown(item);
  },

  /** @see https://learn.microsoft.com/graph/api/driveitem-delete */
  async run(context, { itemId: id }) {
    if ((await fetchItem(context, id)).root) throw new HubError('input_invalid', 'The top folder cannot be deleted.');
    await context.http.delete(itemPath(id), { idempotent: true });
    return { itemId: id, deleted: true } as const;
  },

  async recover(context, { itemId: id }) {
    try {
      await fetchItem(context, id);
      return undefined;
    } catch (error) {
      if (error instanceof HubError && error.code === 'not_found') return { itemId: id, deleted: true } as const;
      throw error;
    }
  },

  /** Works in personal drives; those of organisations are emptied by hand. @see https://learn.microsoft.com/graph/api/driveitem-restore */
  async undo({ http }, { output }) {
    await http.post(`${itemPath(output.itemId)}/restore`, { json: {}, schema: DriveItem });
  },

  examples: [
    { input: { itemId: '01ADA-STUDIO-EXPENSESOCTOBERCSV' } },
    { title: 'A folder', input: { itemId: '01ADA-QUILLWORKS' } },
  ],
});
