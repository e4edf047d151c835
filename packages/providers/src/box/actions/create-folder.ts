import { filesCreateFolder } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { BoxItem, fields, folderId, folderOf, madeSince, named, refOf, shown } from '../item.ts';
import { nameOf } from '../upload.ts';

export const createFolder = defineAction({
  name: 'create_folder',
  title: 'Create a folder',
  description: 'Makes a folder in a folder, or in the top one; a name that is taken is refused.',
  fulfils: filesCreateFolder,
  effect: 'write',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['make a folder {name} in {folderId}'],
  input: z.strictObject({ ...filesCreateFolder.input.shape, folderId }),
  output: filesCreateFolder.output,

  /** @see https://developer.box.com/reference/post-folders */
  async run({ http }, { name, folderId: parent }) {
    const json = { name: nameOf(name), parent: { id: folderOf(parent) } };
    return shown(await http.post('/folders', { query: { fields }, json, schema: BoxItem }));
  },

  async recover(context, { name, folderId: parent }) {
    const there = await named(context, folderOf(parent), 'folder', nameOf(name));
    return there && madeSince(context, there.created_at) ? shown(there) : undefined;
  },

  /** Only an empty folder goes. */
  async undo({ http }, { output }) {
    await http.delete(`/folders/${refOf(output.id).id}`);
  },

  examples: [{ input: { name: 'Printer', folderId: 'folder:5002' } }],
});
