import { filesSearch, HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { BoxEntries, fields, folderId, folderOf, shown } from '../item.ts';

const Page = z.object({ entries: BoxEntries, total_count: z.int(), offset: z.int() });

/** Box finds nothing further back than this. */
const lastOffset = 10_000;

export const searchFiles = defineAction({
  name: 'search_files',
  title: 'Search files',
  description: 'Finds files and folders by the words of their name or content, best first.',
  fulfils: filesSearch,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['find {query}', 'where is {query}'],
  input: z.strictObject({
    ...filesSearch.input.shape,
    folderId: folderId.describe('Only what lies in this folder, however deep'),
    kind: z.enum(['file', 'folder']).optional().describe('Only files, or only folders'),
  }),
  output: filesSearch.output,

  /** @see https://developer.box.com/reference/get-search */
  async run({ http }, { query: words, limit, cursor, folderId: id, kind }) {
    const offset = placeOf(cursor);
    const within = id === undefined ? undefined : folderOf(id);
    const query = { query: words, limit, offset, fields, type: kind, ancestor_folder_ids: within };
    const page = await http.get('/search', { query, schema: Page });
    const next = offset + limit;
    const more = next < Math.min(page.total_count, lastOffset);
    return { items: page.entries.map(shown), nextCursor: more ? String(next) : undefined };
  },

  examples: [{ input: { query: 'contract' } }, { title: 'Only folders', input: { query: 'drafts', kind: 'folder' } }],
});

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,5}$/.test(cursor)) return Number(cursor);
  throw new HubError('input_invalid', undefined, {
    errors: [{ path: '/cursor', message: 'That is no place in a list.' }],
  });
}
