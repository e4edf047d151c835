import { filesCreateFolder } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changeFile, folderChoice, madeByRun } from '../drive/calls.ts';
import { createBare } from '../drive/create.ts';
import { folderType, toFileItem } from '../drive/file.ts';

export const createFolder = defineAction({
  name: 'create_folder',
  title: 'Create a folder',
  description: 'Makes a folder in another one or at the top of My Drive. Running it twice makes two of one name.',
  fulfils: filesCreateFolder,
  effect: 'write',
  idempotent: false,
  needs: ['drive.file'],
  phrases: ['make a folder {name}', 'new folder {name} in {folderId}'],
  input: filesCreateFolder.input.extend({ folderId: folderChoice.optional() }),
  output: filesCreateFolder.output,

  /** @see https://developers.google.com/workspace/drive/api/guides/folder */
  run: async (context, { name, folderId }) =>
    toFileItem(await createBare(context, { name, folderId, mimeType: folderType })),

  recover: madeByRun,

  async undo(context, { output }) {
    await changeFile(context, output.id, { trashed: true });
  },

  examples: [
    { input: { name: 'Open evening' } },
    { title: 'Inside another', input: { name: 'Photos', folderId: 'folder-hub' } },
  ],
});
