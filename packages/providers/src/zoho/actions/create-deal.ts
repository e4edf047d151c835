import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Deal, dealFields, dealInput, showDeal, writeDeal, ZohoDeal } from '../crm/deal.ts';
import { addRecord, equals, readRecord, recentlyMade, removeRecord } from '../crm/records.ts';
import { hostsOf } from '../data-centres.ts';

export const createDeal = defineAction({
  name: 'create_deal',
  title: 'Add deal',
  description: 'Adds one deal to the pipeline. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['crm.read', 'crm.write'],
  phrases: ['new deal {name} worth {amount}', 'add deal {name} closing {closesOn}'],
  input: z.strictObject({
    ...dealInput,
    contactId: picked({ action: 'zoho.search_contacts', items: 'contacts', label: 'name' })
      .describe('Contact it is made with')
      .optional(),
  }),
  output: Deal,

  async run({ http, settings }, deal) {
    const id = await addRecord(http, 'Deals', writeDeal(deal));
    return showDeal(await readRecord(http, 'Deals', ZohoDeal, dealFields, id), hostsOf(settings));
  },

  async recover(context, { name }) {
    const made = await recentlyMade(context, 'Deals', ZohoDeal, dealFields, equals('Deal_Name', name));
    return made && showDeal(made, hostsOf(context.settings));
  },

  undo: ({ http }, { output }) => removeRecord(http, 'Deals', output.id),

  examples: [
    {
      input: {
        name: 'Keller Bakery shop front',
        stage: 'Qualification',
        amount: 7800,
        closesOn: '2027-02-15',
        contactId: '4876876000000200001',
      },
    },
  ],
});
