import { FileItem } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { changeFile, fetchFile, itemChoice } from '../drive/calls.ts';
import { toFileItem } from '../drive/file.ts';

export const restoreFile = defineAction({
  name: 'restore_file',
  title: 'Take a file out of the bin',
  description: 'Takes a file or folder out of the bin, back to where it was. Running it twice has one effect.',
  effect: 'write',
  idempotent: true,
  needs: ['drive.file'],
  phrases: ['restore the file {itemId}', 'take {itemId} out of the bin'],
  input: z.strictObject({ itemId: itemChoice }),
  output: FileItem,

  async before(context, { itemId }) {
    const { name, trashed } = await fetchFile(context, itemId);
    return { name, trashed: trashed ?? false };
  },

  /** @see https://developers.google.com/workspace/drive/api/guides/delete */
  run: async (context, { itemId }) => toFileItem(await changeFile(context, itemId, { trashed: false })),

  async undo(context, { input, before }) {
    if (before.trashed) await changeFile(context, input.itemId, { trashed: true });
  },

  examples: [{ input: { itemId: 'file-hub-draft' } }],
});
