import { filesList } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { BoxEntries, fields, shown } from '../item.ts';

const Page = z.object({ entries: BoxEntries, next_marker: z.string().nullish() });

export const listBin = defineAction({
  name: 'list_bin',
  title: 'List the bin',
  description: 'Lists what lies in the bin, from where it can be taken out again.',
  effect: 'read',
  idempotent: true,
  needs: ['files.read'],
  phrases: ['what is in the bin'],
  input: filesList.input.pick({ limit: true, cursor: true }),
  output: filesList.output,

  /** @see https://developer.box.com/reference/get-folders-trash-items */
  async run({ http }, { limit, cursor }) {
    const query = { fields, usemarker: true, limit, marker: cursor };
    const page = await http.get('/folders/trash/items', { query, schema: Page });
    return { items: page.entries.map(shown), nextCursor: page.next_marker || undefined };
  },

  examples: [{ input: {} }],
});
