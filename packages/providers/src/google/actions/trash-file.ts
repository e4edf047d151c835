import { filesDelete } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changeFile, fetchFile, itemChoice } from '../drive/calls.ts';

export const trashFile = defineAction({
  name: 'trash_file',
  title: 'Move a file to the bin',
  description: 'Moves a file or folder to the bin, where Google keeps it for 30 days. Running it twice has one effect.',
  fulfils: filesDelete,
  effect: 'destroy',
  idempotent: true,
  needs: ['drive.file'],
  phrases: ['delete the file {itemId}', 'bin {itemId}'],
  input: filesDelete.input.extend({ itemId: itemChoice }),
  output: filesDelete.output,

  async before(context, { itemId }) {
    const { name, trashed } = await fetchFile(context, itemId);
    return { name, trashed: trashed ?? false };
  },

  /** @see https://developers.google.com/workspace/drive/api/guides/delete */
  async run(context, { itemId }) {
    await changeFile(context, itemId, { trashed: true });
    return { itemId, deleted: true } as const;
  },

  async undo(context, { input, before }) {
    if (!before.trashed) await changeFile(context, input.itemId, { trashed: false });
  },

  examples: [{ input: { itemId: 'file-hub-list' } }],
});
