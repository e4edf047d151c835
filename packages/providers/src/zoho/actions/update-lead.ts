import { changeAction } from '../crm/change-action.ts';
import { Lead, leadFields, leadInput, showLead, writeLead, ZohoLead } from '../crm/lead.ts';

const { lastName, company, ...rest } = leadInput;

export const updateLead = changeAction({
  noun: 'lead',
  module: 'Leads',
  phrases: ['set lead {leadId} to {status}'],
  input: { ...rest, lastName: lastName.optional(), company: company.optional() },
  stored: ZohoLead,
  fields: leadFields,
  output: Lead,
  show: showLead,
  write: writeLead,
  example: { leadId: '4876876000000300001', status: 'Contacted' },
});
