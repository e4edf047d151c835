import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { search } from '../crm/inputs.ts';
import { Lead, leadFields, showLead, ZohoLead } from '../crm/lead.ts';
import { findRecords } from '../crm/records.ts';
import { hostsOf } from '../data-centres.ts';

export const searchLeads = defineAction({
  name: 'search_leads',
  title: 'Search leads',
  description: 'Finds leads of the CRM by words, or lists them with the newest change first.',
  effect: 'read',
  idempotent: true,
  needs: ['crm.read'],
  phrases: ['find leads {query}', 'leads called {query}'],
  input: z.strictObject(search),
  output: z.object({ leads: z.array(Lead), nextCursor: z.string().optional() }),

  async run({ http, settings }, asked) {
    const { records, nextCursor } = await findRecords(http, 'Leads', ZohoLead, leadFields, asked);
    return { leads: records.map((record) => showLead(record, hostsOf(settings))), nextCursor };
  },

  examples: [{ input: {} }, { title: 'By a word', input: { query: 'Meadow', limit: 5 } }],
});
