import { filesCreateFolder } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { DriveItem, folderId, itemPath, keepsOld, madeSince, named, nameOf, shown } from '../files/item.ts';

export const createFolder = defineAction({
  name: 'create_folder',
  title: 'Create a folder',
  description: 'Makes a folder in another one, or in the top one; a name that is taken is refused.',
  fulfils: filesCreateFolder,
  effect: 'write',
  idempotent: false,
  needs: ['files.write'],
  phrases: ['new folder {name}', 'create the folder {name} in {folderId}'],
  input: filesCreateFolder.input.extend({ folderId }),
  output: filesCreateFolder.output,

  /** @see https://learn.microsoft.com/graph/api/driveitem-post-children */
  async run({ http }, { name, folderId: folder = 'root' }) {
    const json = { name: nameOf(name), folder: {}, ...keepsOld };
    return shown(await http.post(`${itemPath(folder)}/children`, { json, schema: DriveItem }));
  },

  async recover(context, { name, folderId: folder }) {
    const there = await named(context, folder, nameOf(name));
    return there?.folder && madeSince(context, there) ? shown(there) : undefined;
  },

  undo: ({ http }, { output }) => http.delete(itemPath(output.id)),

  examples: [{ input: { name: 'Launch', folderId: '01ADA-HARBORLINE' } }],
});
