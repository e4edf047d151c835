import { filesList } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { DriveItem, folderId, itemFields, itemPath, shown } from '../files/item.ts';
import { pageAt } from '../pages.ts';

export const listFolder = defineAction({
  name: 'list_folder',
  title: 'List a folder',
  description: 'Lists the files and folders in a folder, or in the top one.',
  fulfils: filesList,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['my files', "what's in {folderId}", 'list {folderId}'],
  input: filesList.input.extend({ folderId }),
  output: filesList.output,

  /** @see https://learn.microsoft.com/graph/api/driveitem-list-children */
  async run(context, { folderId: id = 'root', limit, cursor }) {
    const query = { $top: limit, $select: itemFields };
    const page = await pageAt(context, `${itemPath(id)}/children`, DriveItem, { query, cursor });
    return { items: page.value.map(shown), nextCursor: page.nextCursor };
  },

  examples: [{ input: {} }, { title: 'A folder', input: { folderId: '01ADA-HARBORLINE' } }],
});
