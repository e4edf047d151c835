import { z } from 'zod';
import type { Hosts } from '../data-centres.ts';
import { Named, some, Text } from './inputs.ts';
import { given } from './records.ts';

export const dealFields = [
  'Deal_Name', 'Stage', 'Amount', 'Closing_Date', 'Account_Name', 'Contact_Name', 'Owner', 'Created_Time',
] as const; // prettier-ignore

export const ZohoDeal = z
  .object({
    id: z.string(),
    Deal_Name: z.string(),
    Stage: Text,
    Amount: z.number().nullish(),
    Closing_Date: Text,
    Account_Name: Named,
    Contact_Name: Named,
    Owner: Named,
    Created_Time: z.string(),
  })
  .transform((deal) => ({ ...deal, madeAt: deal.Created_Time }));
type ZohoDeal = z.output<typeof ZohoDeal>;

export const Deal = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.string().optional(),
  amount: z.number().optional(),
  closesOn: z.iso.date().optional(),
  account: z.string().optional(),
  contact: z.string().optional(),
  owner: z.string().optional(),
  url: z.url(),
});

export const showDeal = (deal: ZohoDeal, { crm }: Hosts) => ({
  id: deal.id,
  name: deal.Deal_Name,
  stage: some(deal.Stage),
  amount: deal.Amount ?? undefined,
  closesOn: some(deal.Closing_Date),
  account: some(deal.Account_Name?.name),
  contact: some(deal.Contact_Name?.name),
  owner: some(deal.Owner?.name),
  url: `https://${crm}/crm/tab/Potentials/${deal.id}`,
});

export const dealInput = {
  name: z.string().min(1).max(120).describe('Name'),
  stage: z.string().min(1).max(120).describe('Stage, as the pipeline of your CRM has it'),
  amount: z.number().min(0).max(1e13).describe('Amount, in the currency of your CRM').optional(),
  closesOn: z.iso.date().describe('Expected to close on').optional(),
};

export const writeDeal = (deal: {
  readonly name?: string | undefined;
  readonly stage?: string | undefined;
  readonly amount?: number | undefined;
  readonly closesOn?: string | undefined;
  readonly contactId?: string | undefined;
}): Record<string, unknown> =>
  given({
    Deal_Name: deal.name,
    Stage: deal.stage,
    Amount: deal.amount,
    Closing_Date: deal.closesOn,
    Contact_Name: deal.contactId && { id: deal.contactId },
  });
