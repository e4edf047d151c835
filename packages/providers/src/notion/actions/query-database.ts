import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { databasePath } from '../database.ts';
import { databaseField, listOf, nextOf, pageFields } from '../fields.ts';
import { NotionPage, shown, ShownPage } from '../page.ts';

export const queryDatabase = defineAction({
  name: 'query_database',
  title: 'Read rows of a database',
  description: 'Reads the rows of a database with their properties, by words of their titles where given.',
  effect: 'read',
  idempotent: true,
  needs: ['pages.read'],
  phrases: ['rows of {databaseId}', 'find {title} in {databaseId}'],
  input: z.object({
    databaseId: databaseField(),
    title: z.string().max(200).optional().describe('Words of the title'),
    ...pageFields,
  }),
  output: z.object({ rows: z.array(ShownPage), nextCursor: z.string().optional() }),

  /** @see https://developers.notion.com/reference/query-a-data-source */
  async run({ http }, { databaseId, title, limit, cursor }) {
    const filter = title?.trim() ? { property: 'title', title: { contains: title } } : undefined;
    const json = { filter, page_size: limit, start_cursor: cursor };
    const path = `${databasePath(databaseId)}/query`;
    const found = await http.post(path, { json, idempotent: true, schema: listOf(NotionPage) });
    return { rows: found.results.map(shown), ...nextOf(found) };
  },

  examples: [
    { input: { databaseId: '16000000-0000-4000-8000-000000000002' } },
    { title: 'By words', input: { databaseId: '16000000-0000-4000-8000-000000000002', title: 'quay' } },
  ],
});
