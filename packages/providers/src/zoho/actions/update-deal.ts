import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Deal, dealFields, dealInput, showDeal, writeDeal, ZohoDeal } from '../crm/deal.ts';
import { asTheyWere, changeRecord, readRecord } from '../crm/records.ts';
import { hostsOf } from '../data-centres.ts';

const { name, stage, ...rest } = dealInput;

export const updateDeal = defineAction({
  name: 'update_deal',
  title: 'Change deal',
  description: 'Changes what is given of one deal and leaves the rest. Running it twice has the same effect.',
  effect: 'write',
  idempotent: true,
  needs: ['crm.read', 'crm.write'],
  phrases: ['move deal {dealId} to {stage}', 'deal {dealId} is now worth {amount}'],
  input: z.strictObject({
    dealId: picked({ action: 'zoho.search_deals', items: 'deals', label: 'name' }).describe('Deal'),
    name: name.optional(),
    stage: stage.optional(),
    ...rest,
  }),
  output: Deal,

  async run({ http, settings }, { dealId, ...deal }) {
    await changeRecord(http, 'Deals', dealId, writeDeal(deal));
    return showDeal(await readRecord(http, 'Deals', ZohoDeal, dealFields, dealId), hostsOf(settings));
  },

  /** What each member that changes was. */
  before: ({ http }, { dealId, ...deal }) => asTheyWere(http, 'Deals', dealId, writeDeal(deal)),

  undo: ({ http }, { input, before }) => changeRecord(http, 'Deals', input.dealId, before),

  examples: [{ input: { dealId: '4876876000000400003', stage: 'Closed Won' } }],
});
