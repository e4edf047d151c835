import { filesUpload } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { folderId, itemPath, madeSince, named, nameOf, shown } from '../files/item.ts';
import { upload } from '../files/upload.ts';

export const uploadFile = defineAction({
  name: 'upload_file',
  title: 'Upload a file',
  description: 'Puts one of your files into a folder, or into the top one; a name that is taken is refused.',
  fulfils: filesUpload,
  effect: 'write',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['upload {fileId} to {folderId}', 'put {fileId} into {folderId}'],
  input: filesUpload.input.extend({ folderId }),
  output: filesUpload.output,

  async before({ files }, { fileId, name }) {
    const file = await files.open(fileId);
    return { name: nameOf(name ?? file.name), sizeBytes: file.sizeBytes };
  },

  /** @see https://learn.microsoft.com/graph/api/driveitem-put-content */
  async run(context, { fileId, name, folderId: folder }) {
    const file = await context.files.open(fileId);
    return shown(await upload(context, file, { folder, name: nameOf(name ?? file.name) }));
  },

  async recover(context, { fileId, name, folderId: folder }) {
    const file = await context.files.open(fileId);
    const there = await named(context, folder, nameOf(name ?? file.name));
    return there?.size === file.sizeBytes && madeSince(context, there) ? shown(there) : undefined;
  },

  undo: ({ http }, { output }) => http.delete(itemPath(output.id)),

  examples: [
    {
      input: {
        fileId: '01990000-0000-7000-8000-00000000000a',
        folderId: '01ADA-HARBORLINE',
        name: 'Notes of today.txt',
      },
    },
  ],
});
