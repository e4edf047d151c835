import { filesSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { folderChoice, read } from '../calls.ts';
import { DropboxMetadata, toItems } from '../items.ts';

const Match = z.object({ metadata: z.object({ '.tag': z.string(), metadata: DropboxMetadata.optional() }) });
const Matches = z.object({ matches: z.array(Match), has_more: z.boolean(), cursor: z.string().optional() });

export const searchFiles = defineAction({
  name: 'search_files',
  title: 'Search files',
  description: 'Finds files and folders by words of their names or contents.',
  fulfils: filesSearch,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['find the file {query}', 'search my files for {query}'],
  input: filesSearch.input.extend({
    folderId: folderChoice.describe('Only in this folder and those in it').optional(),
    namesOnly: z.boolean().default(false).describe('Look at names only'),
  }),
  output: filesSearch.output,

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#files-search */
  async run(context, { query, folderId, namesOnly, limit, cursor }) {
    const path = folderId === undefined || folderId === '/' ? {} : { path: folderId };
    const options = { ...path, max_results: limit, filename_only: namesOnly };
    const found =
      cursor === undefined
        ? await read(context, 'files/search_v2', { query, options }, Matches)
        : await read(context, 'files/search/continue_v2', { cursor }, Matches);
    const items = toItems(found.matches.flatMap(({ metadata }) => metadata.metadata ?? []));
    return { items, ...(found.has_more && found.cursor !== undefined && { nextCursor: found.cursor }) };
  },

  examples: [
    { input: { query: 'contract' } },
    { title: 'By name, in a folder', input: { query: 'export', folderId: '/Harborline', namesOnly: true } },
  ],
});
