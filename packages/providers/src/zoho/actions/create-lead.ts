import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Lead, leadFields, leadInput, showLead, writeLead, ZohoLead } from '../crm/lead.ts';
import { addRecord, equals, readRecord, recentlyMade, removeRecord } from '../crm/records.ts';
import { hostsOf } from '../data-centres.ts';

export const createLead = defineAction({
  name: 'create_lead',
  title: 'Add lead',
  description: 'Adds one lead to the CRM. Running it twice adds two, unless the CRM refuses the same address.',
  effect: 'write',
  idempotent: false,
  needs: ['crm.read', 'crm.write'],
  phrases: ['new lead {lastName} at {company}', 'add {lastName} from {company} as a lead'],
  input: z.strictObject(leadInput),
  output: Lead,

  /** @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html (read 2026-11-21) */
  async run({ http, settings }, lead) {
    const id = await addRecord(http, 'Leads', writeLead(lead));
    return showLead(await readRecord(http, 'Leads', ZohoLead, leadFields, id), hostsOf(settings));
  },

  async recover(context, { email, lastName, company }) {
    const criteria = email
      ? equals('Email', email)
      : `(${equals('Last_Name', lastName)}and${equals('Company', company)})`;
    const made = await recentlyMade(context, 'Leads', ZohoLead, leadFields, criteria);
    return made && showLead(made, hostsOf(context.settings));
  },

  undo: ({ http }, { output }) => removeRecord(http, 'Leads', output.id),

  examples: [
    {
      input: {
        firstName: 'Marta',
        lastName: 'Keller',
        company: 'Keller Bakery',
        email: 'marta@kellerbakery.example',
        source: 'Referral',
      },
    },
  ],
});
