import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { search } from '../crm/inputs.ts';
import { Deal, dealFields, showDeal, ZohoDeal } from '../crm/deal.ts';
import { findRecords } from '../crm/records.ts';
import { hostsOf } from '../data-centres.ts';

export const searchDeals = defineAction({
  name: 'search_deals',
  title: 'Search deals',
  description: 'Finds deals of the CRM by words, or lists them with the newest change first.',
  effect: 'read',
  idempotent: true,
  needs: ['crm.read'],
  phrases: ['find deals {query}', 'deals called {query}'],
  input: z.strictObject(search),
  output: z.object({ deals: z.array(Deal), nextCursor: z.string().optional() }),

  async run({ http, settings }, asked) {
    const { records, nextCursor } = await findRecords(http, 'Deals', ZohoDeal, dealFields, asked);
    return { deals: records.map((record) => showDeal(record, hostsOf(settings))), nextCursor };
  },

  examples: [{ input: {} }, { title: 'By a word', input: { query: 'Tidal', limit: 5 } }],
});
