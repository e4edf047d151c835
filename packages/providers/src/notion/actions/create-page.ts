import { HubError } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { blocksOf, childrenOf, mostBlocks } from '../blocks.ts';
import { databasePath, readDatabase } from '../database.ts';
import { databaseField, listOf, pageField } from '../fields.ts';
import { isSince, onlyOne, sinceRun } from '../own.ts';
import { NotionPage, patchPage, readPage, shown, ShownPage } from '../page.ts';
import { valuesFor } from '../properties.ts';
import { rich } from '../text.ts';

export const createPage = defineAction({
  name: 'create_page',
  title: 'Add a page',
  description: 'Adds a page under another one, or a row to a database. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['pages.write'],
  phrases: ['add page {title} under {pageId}', 'add {title} to {databaseId}'],
  input: z.object({
    pageId: pageField().optional().describe('Page that it goes under'),
    databaseId: databaseField().optional().describe('Database that it becomes a row of'),
    title: z.string().min(1).max(1000).describe('Title'),
    text: z.string().max(20_000).default('').describe('Text; lines that begin with a dash become a list'),
    properties: z
      .array(z.object({ name: z.string().min(1).max(200), value: z.string().max(2000) }))
      .max(30)
      .default([])
      .describe('Properties of a row, by their names'),
  }),
  output: ShownPage,

  /** @see https://developers.notion.com/reference/post-page */
  async run(context, { pageId, databaseId, title, text, properties }) {
    if ((pageId === undefined) === (databaseId === undefined))
      throw new HubError('input_invalid', 'Say either a page or a database that it belongs to.');
    const children = blocksOf(text);
    if (children.length > mostBlocks)
      throw new HubError('input_invalid', 'A page begins with at most a hundred lines.');
    const parent = pageId === undefined ? { data_source_id: databaseId } : { page_id: pageId };
    const types = databaseId === undefined ? {} : (await readDatabase(context, databaseId)).properties;
    const values = { title: { title: rich(title) }, ...valuesFor(types, properties) };
    const json = { parent, properties: values, ...(children.length > 0 && { children }) };
    return shown(await context.http.post('/v1/pages', { json, schema: NotionPage }));
  },

  async recover(context, { pageId, databaseId, title }) {
    const found = pageId === undefined ? await rowsSince(context, databaseId!) : await pagesUnder(context, pageId);
    return onlyOne(found.map(shown).filter((page) => page.title === title));
  },

  async undo(context, { output }) {
    await patchPage(context, output.id, { in_trash: true });
  },

  examples: [
    {
      input: {
        pageId: '15000000-0000-4000-8000-000000000001',
        title: 'Launch checklist',
        text: 'What must be done on the day:\n- Fallback page is ready\n- Daniel has the new export',
      },
    },
    {
      title: 'A row of a database',
      input: {
        databaseId: '16000000-0000-4000-8000-000000000002',
        title: 'Print the berth list',
        properties: [{ name: 'Due', value: '2026-12-01' }],
      },
    },
  ],
});

async function rowsSince(context: ActionContext, databaseId: string): Promise<NotionPage[]> {
  const filter = { timestamp: 'created_time', created_time: { on_or_after: sinceRun(context) } };
  const path = `${databasePath(databaseId)}/query`;
  const { results } = await context.http.post(path, { json: { filter }, idempotent: true, schema: listOf(NotionPage) });
  return results.filter((page) => isSince(page, context));
}

async function pagesUnder(context: ActionContext, pageId: string): Promise<NotionPage[]> {
  const { blocks } = await childrenOf(context, pageId, 5);
  const own = blocks.filter((block) => block.type === 'child_page' && isSince(block, context));
  return Promise.all(own.map(({ id }) => readPage(context, id)));
}
