import { filesCreateFolder, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { find, folderChoice, pathIn, read, rpc } from '../calls.ts';
import { DropboxFolder, DropboxMetadata, folderItem } from '../items.ts';

const Made = z.object({ metadata: DropboxFolder });
const Listing = z.object({ entries: z.array(DropboxMetadata) });

export const createFolder = defineAction({
  name: 'create_folder',
  title: 'Create a folder',
  description: 'Makes an empty folder. Running it twice is refused, because the name is taken then.',
  fulfils: filesCreateFolder,
  effect: 'write',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['new folder {name}', 'make a folder {name} in {folderId}'],
  input: filesCreateFolder.input.extend({ folderId: folderChoice.optional() }),
  output: filesCreateFolder.output,

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-create_folder */
  async run(context, { name, folderId }) {
    const path = await pathIn(context, folderId, name);
    const { metadata } = await rpc(context, 'files/create_folder_v2', { path, autorename: false }, Made);
    return folderItem(metadata);
  },

  /** A name that was taken is refused with a clear answer, so an empty folder after an unclear one is the run's. */
  async recover(context, { name, folderId }) {
    const there = await find(context, await pathIn(context, folderId, name));
    return there?.['.tag'] === 'folder' ? folderItem(there) : undefined;
  },

  /** Only while nothing lies in it. */
  async undo(context, { output }) {
    const { entries } = await read(context, 'files/list_folder', { path: output.id, limit: 1 }, Listing);
    if (entries.length > 0) throw new HubError('conflict', 'The folder is not empty any more.');
    await rpc(context, 'files/delete_v2', { path: output.id }, z.object({}));
  },

  examples: [
    { input: { name: 'Launch' } },
    { title: 'In a folder', input: { name: 'Photos', folderId: '/Harborline' } },
  ],
});
