import { filesSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { DriveItem, itemFields, shown } from '../files/item.ts';
import { pageAt } from '../pages.ts';

/** Words in the quotes of a function's argument: a quote is doubled, and a slash would end the path segment. */
const quoted = (words: string): string =>
  encodeURIComponent(words.replaceAll(/[/\\]/g, ' ').trim().replaceAll("'", "''"));

export const searchFiles = defineAction({
  name: 'search_files',
  title: 'Search files',
  description: 'Finds files and folders by words of their name or content.',
  fulfils: filesSearch,
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['find the file {query}', 'search my files for {query}'],
  input: filesSearch.input,
  output: filesSearch.output,

  /** @see https://learn.microsoft.com/graph/api/driveitem-search */
  async run(context, { query: words, limit, cursor }) {
    const wanted = quoted(words);
    if (wanted === '') return { items: [] };
    const query = { $top: limit, $select: itemFields };
    const page = await pageAt(context, `/me/drive/root/search(q='${wanted}')`, DriveItem, { query, cursor });
    return { items: page.value.map(shown), nextCursor: page.nextCursor };
  },

  examples: [{ input: { query: 'contract' } }],
});
