import { filesSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { filesBy, listEverywhere } from '../drive/calls.ts';
import { about } from '../drive/query.ts';

export const searchFiles = defineAction({
  name: 'search_files',
  title: 'Search files',
  description: 'Finds files and folders by words of their names or contents, the best matches first.',
  fulfils: filesSearch,
  effect: 'read',
  idempotent: true,
  needs: ['drive.read'],
  phrases: ['find the file {query}', 'search my drive for {query}'],
  input: filesSearch.input,
  output: filesSearch.output,

  /** @see https://developers.google.com/workspace/drive/api/guides/search-files */
  run: (context, { query, ...page }) => filesBy(context, { q: about(query), ...listEverywhere }, page),

  examples: [{ input: { query: 'harborline' } }],
});
