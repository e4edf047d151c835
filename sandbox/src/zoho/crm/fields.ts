import { z } from 'zod';
import type { ModuleName } from './state.ts';

const text = (max: number) => z.string().max(max).nullable().optional();
const lookup = z.strictObject({ id: z.string(), name: z.string().optional() }).nullable().optional();
const email = z.email().max(100).nullable().optional();
const pick = (...values: [string, ...string[]]) => z.enum(values).nullable().optional();

const leadStatuses = [
  'Not Contacted',
  'Attempted to Contact',
  'Contacted',
  'Contact in Future',
  'Qualified',
  'Lost Lead',
] as const;
const sources = ['Web form', 'Partner', 'Referral', 'Cold Call', 'Trade Show', 'Advertisement'] as const;
const stages = ['Qualification', 'Needs Analysis', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'] as const;

/** The fields that a module takes, as its settings have them; those without `optional` must be there when a record is added. */
export const writable: Readonly<Record<ModuleName, z.ZodObject>> = {
  Leads: z.strictObject({
    First_Name: text(40),
    Last_Name: z.string().min(1).max(80),
    Company: z.string().min(1).max(200),
    Email: email,
    Phone: text(30),
    Lead_Status: pick(...leadStatuses),
    Lead_Source: pick(...sources),
    Description: text(32_000),
  }),
  Contacts: z.strictObject({
    First_Name: text(40),
    Last_Name: z.string().min(1).max(80),
    Email: email,
    Phone: text(50),
    Mobile: text(30),
    Account_Name: lookup,
    Description: text(32_000),
  }),
  Deals: z.strictObject({
    Deal_Name: z.string().min(1).max(120),
    Stage: z.enum(stages),
    Amount: z.number().max(1e16).nullable().optional(),
    Closing_Date: z.iso.date().nullable().optional(),
    Account_Name: lookup,
    Contact_Name: lookup,
    Description: text(32_000),
  }),
  Tasks: z.strictObject({
    Subject: z.string().min(1).max(255),
    Status: pick('Not Started', 'Deferred', 'In Progress', 'Completed', 'Waiting for input'),
    Priority: pick('High', 'Highest', 'Low', 'Lowest', 'Normal'),
    Due_Date: z.iso.date().nullable().optional(),
    Description: text(32_000),
    What_Id: lookup,
    $se_module: z.enum(['Deals', 'Accounts']).optional(),
  }),
  Notes: z.strictObject({
    Note_Title: text(120),
    Note_Content: z.string().min(1).max(32_000),
    Parent_Id: z.strictObject({
      id: z.string(),
      module: z.strictObject({ api_name: z.enum(['Leads', 'Contacts', 'Deals']) }),
    }),
  }),
};
