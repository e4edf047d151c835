import { changeAction } from '../crm/change-action.ts';
import { Deal, dealFields, dealInput, showDeal, writeDeal, ZohoDeal } from '../crm/deal.ts';

const { name, stage, ...rest } = dealInput;

export const updateDeal = changeAction({
  noun: 'deal',
  module: 'Deals',
  phrases: ['move deal {dealId} to {stage}', 'deal {dealId} is now worth {amount}'],
  input: { name: name.optional(), stage: stage.optional(), ...rest },
  stored: ZohoDeal,
  fields: dealFields,
  output: Deal,
  show: showDeal,
  write: writeDeal,
  example: { dealId: '4876876000000400003', stage: 'Closed Won' },
});
