import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pageField } from '../fields.ts';
import { patchPage, readPage, shown, ShownPage, type NotionPage } from '../page.ts';
import { kept, valuesFor } from '../properties.ts';

const titleNameOf = ({ properties }: NotionPage): string =>
  Object.entries(properties).find(([, { type }]) => type === 'title')?.[0] ?? 'title';

export const updatePage = defineAction({
  name: 'update_page',
  title: 'Change a page',
  description: 'Changes title or properties of a page; what is left out stays. Running it twice changes nothing more.',
  effect: 'write',
  idempotent: true,
  needs: ['pages.write'],
  phrases: ['rename page {pageId} to {title}', 'set {properties} of {pageId}'],
  input: z.object({
    pageId: pageField(),
    title: z.string().min(1).max(1000).optional().describe('New title'),
    properties: z
      .array(z.object({ name: z.string().min(1).max(200), value: z.string().max(2000) }))
      .max(30)
      .default([])
      .describe('Properties by their names; an empty value clears one'),
  }),
  output: ShownPage,

  async before(context, { pageId, properties }) {
    const page = await readPage(context, pageId);
    const names = [titleNameOf(page), ...properties.map(({ name }) => name)];
    return { title: shown(page).title, values: kept(page.properties, names) };
  },

  /** @see https://developers.notion.com/reference/patch-page */
  async run(context, { pageId, title, properties }) {
    if (title === undefined && properties.length === 0) throw new HubError('input_invalid', 'Say what to change.');
    const page = await readPage(context, pageId);
    const titled = title === undefined ? [] : [{ name: titleNameOf(page), value: title }];
    const values = valuesFor(page.properties, [...properties, ...titled]);
    return shown(await patchPage(context, pageId, { properties: values }));
  },

  async undo(context, { input, before }) {
    await patchPage(context, input.pageId, { properties: before.values });
  },

  examples: [
    {
      input: {
        pageId: '15000000-0000-4000-8000-000000000102',
        properties: [
          { name: 'Status', value: 'Done' },
          { name: 'Due', value: '2026-12-04' },
        ],
      },
    },
    { title: 'Rename', input: { pageId: '15000000-0000-4000-8000-000000000002', title: 'Meeting notes, autumn' } },
  ],
});
