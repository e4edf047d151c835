import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { listOf, nextOf, pageFields } from '../fields.ts';
import { NotionPage, shown, ShownPage } from '../page.ts';

export const searchPages = defineAction({
  name: 'search_pages',
  title: 'Find pages',
  description:
    'Finds pages by words in their titles, the last edited first; without words it lists all that were shared.',
  effect: 'read',
  idempotent: true,
  needs: ['pages.read'],
  phrases: ['find page {query}', 'notion pages about {query}'],
  input: z.object({ query: z.string().max(200).optional().describe('Words of the title'), ...pageFields }),
  output: z.object({ pages: z.array(ShownPage), nextCursor: z.string().optional() }),

  /** @see https://developers.notion.com/reference/post-search */
  async run({ http }, { query, limit, cursor }) {
    const json = {
      ...(query?.trim() && { query }),
      filter: { property: 'object', value: 'page' },
      sort: { timestamp: 'last_edited_time', direction: 'descending' },
      page_size: limit,
      start_cursor: cursor,
    };
    const found = await http.post('/v1/search', { json, idempotent: true, schema: listOf(NotionPage) });
    return { pages: found.results.map(shown), ...nextOf(found) };
  },

  examples: [{ input: {} }, { title: 'By words', input: { query: 'handbook' } }],
});
