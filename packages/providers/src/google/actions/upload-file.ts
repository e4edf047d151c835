import { filesUpload } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changeFile, folderChoice, madeByRun } from '../drive/calls.ts';
import { toFileItem } from '../drive/file.ts';
import { upload } from '../drive/upload.ts';

export const uploadFile = defineAction({
  name: 'upload_file',
  title: 'Upload a file',
  description:
    'Puts a staged file into a folder or at the top of My Drive. Running it twice makes two files of one name.',
  fulfils: filesUpload,
  effect: 'write',
  idempotent: false,
  needs: ['drive.file'],
  phrases: ['upload {fileId}', 'put {fileId} into {folderId}', 'save {fileId} to my drive as {name}'],
  input: filesUpload.input.extend({ folderId: folderChoice.optional() }),
  output: filesUpload.output,

  /** Refuses a staged file that is gone while the card is still open. */
  async before({ files }, { fileId }) {
    await files.open(fileId);
  },

  /** @see https://developers.google.com/workspace/drive/api/guides/manage-uploads */
  async run(context, { fileId, name, folderId }) {
    const file = await context.files.open(fileId);
    const target = { name: name ?? file.name, folderId, mimeType: file.mediaType };
    return toFileItem(await upload(context, file, target));
  },

  recover: madeByRun,

  /** Into the bin, so that a file someone went on working with is not lost. */
  async undo(context, { output }) {
    await changeFile(context, output.id, { trashed: true });
  },

  examples: [
    { input: { fileId: '01990000-0000-7000-8000-00000000000a' } },
    {
      title: 'Under a name, into a folder',
      input: { fileId: '01990000-0000-7000-8000-00000000000a', name: 'Minutes.txt', folderId: 'folder-hub' },
    },
  ],
});
