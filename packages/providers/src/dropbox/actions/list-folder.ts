import { filesList } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { folderChoice, read } from '../calls.ts';
import { DropboxMetadata, toItems } from '../items.ts';

const Listing = z.object({ entries: z.array(DropboxMetadata), cursor: z.string(), has_more: z.boolean() });

export const listFolder = defineAction({
  name: 'list_folder',
  title: 'List a folder',
  description: 'Lists the files and folders in a folder.',
  fulfils: filesList,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['list {folderId}', 'what is in {folderId}', 'my files'],
  input: filesList.input.extend({ folderId: folderChoice.optional() }),
  output: filesList.output,

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-list_folder */
  async run(context, { folderId = '/', limit, cursor }) {
    const path = folderId === '/' ? '' : folderId;
    const page =
      cursor === undefined
        ? await read(context, 'files/list_folder', { path, limit }, Listing)
        : await read(context, 'files/list_folder/continue', { cursor }, Listing);
    return { items: toItems(page.entries), ...(page.has_more && { nextCursor: page.cursor }) };
  },

  examples: [{ input: {} }, { title: 'In a folder', input: { folderId: '/Harborline', limit: 20 } }],
});
