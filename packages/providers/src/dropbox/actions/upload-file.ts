import { filesUpload } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { find, folderChoice, pathIn, rpc } from '../calls.ts';
import { restore } from '../deleted.ts';
import { DropboxMetadata, fileItem, VersionedItem } from '../items.ts';
import { upload } from '../upload.ts';

const Deleted = z.object({ metadata: DropboxMetadata });

export const uploadFile = defineAction({
  name: 'upload_file',
  title: 'Upload a file',
  description:
    'Puts a staged file into a folder, in chunks where it is large. Running it twice leaves one file; another file of that name is kept unless it is to be replaced.',
  fulfils: filesUpload,
  effect: 'write',
  idempotent: true,
  needs: ['files.write'],
  phrases: ['upload {fileId}', 'put {fileId} into {folderId}', 'save {fileId} as {name}'],
  input: filesUpload.input.extend({
    folderId: folderChoice.optional(),
    replace: z.boolean().default(false).describe('Replace a file of that name'),
  }),
  output: VersionedItem,

  /** What lies there now: Dropbox keeps its revision, so a replaced file can come back. */
  async before(context, { fileId, name, folderId }) {
    const file = await context.files.open(fileId);
    const path = await pathIn(context, folderId, name ?? file.name);
    const there = await find(context, path);
    return { path, ...(there?.['.tag'] === 'file' && { there: { id: there.id, rev: there.rev } }) };
  },

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-upload */
  async run(context, { fileId, name, folderId, replace }) {
    const file = await context.files.open(fileId);
    const path = await pathIn(context, folderId, name ?? file.name);
    return fileItem(await upload(context, file, { path, mode: replace ? 'overwrite' : 'add', autorename: false }));
  },

  async undo(context, { output, before }) {
    const { path, there } = before;
    if (there?.rev === output.rev) return;
    if (there) await restore(context, path, there.rev);
    else await rpc(context, 'files/delete_v2', { path: output.id, parent_rev: output.rev }, Deleted);
  },

  examples: [
    { input: { fileId: '01990000-0000-7000-8000-00000000000a' } },
    {
      title: 'Under a name, into a folder',
      input: {
        fileId: '01990000-0000-7000-8000-00000000000a',
        name: 'Ship’s plan.txt',
        folderId: '/Harborline/Drafts',
      },
    },
  ],
});
