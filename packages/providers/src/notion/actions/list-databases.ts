import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { NotionDatabase } from '../database.ts';
import { listOf, nextOf, pageFields } from '../fields.ts';
import { plain } from '../text.ts';

export const listDatabases = defineAction({
  name: 'list_databases',
  title: 'List databases',
  description: 'Lists the databases that were shared, with the names and types of their properties.',
  effect: 'read',
  idempotent: true,
  needs: ['pages.read'],
  phrases: ['my notion databases', 'which databases are there'],
  input: z.object({ query: z.string().max(200).optional().describe('Words of the title'), ...pageFields }),
  output: z.object({
    databases: z.array(
      z.object({ id: z.string(), title: z.string(), url: z.string(), properties: z.record(z.string(), z.string()) }),
    ),
    nextCursor: z.string().optional(),
  }),

  /** @see https://developers.notion.com/reference/post-search */
  async run({ http }, { query, limit, cursor }) {
    const filter = { property: 'object', value: 'data_source' };
    const json = { ...(query?.trim() && { query }), filter, page_size: limit, start_cursor: cursor };
    const found = await http.post('/v1/search', { json, idempotent: true, schema: listOf(NotionDatabase) });
    const databases = found.results.map(({ id, title, url, properties }) => ({
      id,
      title: plain(title) || 'Untitled',
      url,
      properties: Object.fromEntries(Object.entries(properties).map(([name, { type }]) => [name, type])),
    }));
    return { databases, ...nextOf(found) };
  },

  examples: [{ input: {} }],
});
