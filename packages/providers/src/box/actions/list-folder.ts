import { filesList } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { BoxEntries, fields, folderId, folderOf, shown } from '../item.ts';

const Page = z.object({ entries: BoxEntries, next_marker: z.string().nullish() });

export const listFolder = defineAction({
  name: 'list_folder',
  title: 'List a folder',
  description: 'Lists the files and folders that lie in a folder, or in the top one.',
  fulfils: filesList,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['what is in {folderId}', 'list {folderId}'],
  input: z.strictObject({ ...filesList.input.shape, folderId }),
  output: filesList.output,

  /** @see https://developer.box.com/reference/get-folders-id-items */
  async run({ http }, { folderId: id, limit, cursor }) {
    const query = { fields, usemarker: true, limit, marker: cursor };
    const page = await http.get(`/folders/${folderOf(id)}/items`, { query, schema: Page });
    return { items: page.entries.map(shown), nextCursor: page.next_marker || undefined };
  },

  examples: [{ input: {} }, { title: 'One folder', input: { folderId: 'folder:5001', limit: 20 } }],
});
