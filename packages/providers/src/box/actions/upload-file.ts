import { filesUpload } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { folderId, folderOf, refOf, shown } from '../item.ts';
import { nameOf, upload, uploaded } from '../upload.ts';

export const uploadFile = defineAction({
  name: 'upload_file',
  title: 'Upload a file',
  description: 'Puts one of your files into a folder, or into the top one; a name that is taken is refused.',
  fulfils: filesUpload,
  effect: 'write',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['upload {fileId} to {folderId}', 'put {fileId} into {folderId}'],
  input: z.strictObject({ ...filesUpload.input.shape, folderId }),
  output: filesUpload.output,

  async before({ files }, { fileId, name, folderId: folder }) {
    folderOf(folder);
    const file = await files.open(fileId);
    return { name: nameOf(name ?? file.name), sizeBytes: file.sizeBytes };
  },

  /** @see https://developer.box.com/reference/post-files-content */
  async run(context, { fileId, name, folderId: folder }) {
    const file = await context.files.open(fileId);
    return shown(await upload(context, file, { folder: folderOf(folder), name: nameOf(name ?? file.name) }));
  },

  async recover(context, { fileId, name, folderId: folder }) {
    const file = await context.files.open(fileId);
    const there = await uploaded(context, file, folderOf(folder), nameOf(name ?? file.name));
    return there && shown(there);
  },

  async undo({ http }, { output }) {
    await http.delete(`/files/${refOf(output.id).id}`);
  },

  examples: [
    { input: { fileId: '01990000-0000-7000-8000-00000000000a', folderId: 'folder:5001', name: 'Notes of today.txt' } },
  ],
});
