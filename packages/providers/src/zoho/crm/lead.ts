import { z } from 'zod';
import type { Hosts } from '../data-centres.ts';
import { given } from './records.ts';
import { Named, some, Text } from './inputs.ts';

export const leadFields = [
  'First_Name', 'Last_Name', 'Company', 'Email', 'Phone', 'Lead_Status', 'Lead_Source', 'Owner', 'Created_Time',
] as const; // prettier-ignore

export const ZohoLead = z
  .object({
    id: z.string(),
    First_Name: Text,
    Last_Name: z.string(),
    Company: Text,
    Email: Text,
    Phone: Text,
    Lead_Status: Text,
    Lead_Source: Text,
    Owner: Named,
    Created_Time: z.string(),
  })
  .transform((lead) => ({ ...lead, madeAt: lead.Created_Time }));
type ZohoLead = z.output<typeof ZohoLead>;

export const Lead = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  status: z.string().optional(),
  source: z.string().optional(),
  owner: z.string().optional(),
  url: z.url(),
});

export const showLead = (lead: ZohoLead, { crm }: Hosts) => ({
  id: lead.id,
  name: [lead.First_Name, lead.Last_Name].filter(Boolean).join(' '),
  company: some(lead.Company),
  email: some(lead.Email),
  phone: some(lead.Phone),
  status: some(lead.Lead_Status),
  source: some(lead.Lead_Source),
  owner: some(lead.Owner?.name),
  url: `https://${crm}/crm/tab/Leads/${lead.id}`,
});

export const leadInput = {
  firstName: z.string().max(40).describe('First name').optional(),
  lastName: z.string().min(1).max(80).describe('Last name'),
  company: z.string().min(1).max(200).describe('Company'),
  email: z.email().max(100).describe('Mail address').optional(),
  phone: z.string().max(30).describe('Phone number').optional(),
  status: z.string().max(120).describe('Status, as the pick list of your CRM has it').optional(),
  source: z.string().max(120).describe('Source, as the pick list of your CRM has it').optional(),
  description: z.string().max(32_000).describe('Description').optional(),
};

interface Values {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly company?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly status?: string | undefined;
  readonly source?: string | undefined;
  readonly description?: string | undefined;
}

export const writeLead = (lead: Values): Record<string, unknown> =>
  given({
    First_Name: lead.firstName,
    Last_Name: lead.lastName,
    Company: lead.company,
    Email: lead.email,
    Phone: lead.phone,
    Lead_Status: lead.status,
    Lead_Source: lead.source,
    Description: lead.description,
  });
