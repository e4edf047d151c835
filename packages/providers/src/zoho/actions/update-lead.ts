import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Lead, leadFields, leadInput, showLead, writeLead, ZohoLead } from '../crm/lead.ts';
import { asTheyWere, changeRecord, readRecord } from '../crm/records.ts';
import { hostsOf } from '../data-centres.ts';

const { lastName, company, ...rest } = leadInput;

export const updateLead = defineAction({
  name: 'update_lead',
  title: 'Change lead',
  description: 'Changes what is given of one lead and leaves the rest. Running it twice has the same effect.',
  effect: 'write',
  idempotent: true,
  needs: ['crm.read', 'crm.write'],
  phrases: ['set lead {leadId} to {status}'],
  input: z.strictObject({
    leadId: picked({ action: 'zoho.search_leads', items: 'leads', label: 'name' }).describe('Lead'),
    ...rest,
    lastName: lastName.optional(),
    company: company.optional(),
  }),
  output: Lead,

  async run({ http, settings }, { leadId, ...lead }) {
    await changeRecord(http, 'Leads', leadId, writeLead(lead));
    return showLead(await readRecord(http, 'Leads', ZohoLead, leadFields, leadId), hostsOf(settings));
  },

  /** What each member that changes was. */
  before: ({ http }, { leadId, ...lead }) => asTheyWere(http, 'Leads', leadId, writeLead(lead)),

  undo: ({ http }, { input, before }) => changeRecord(http, 'Leads', input.leadId, before),

  examples: [{ input: { leadId: '4876876000000300001', status: 'Contacted' } }],
});
