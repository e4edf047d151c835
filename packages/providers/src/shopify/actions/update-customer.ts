import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { leftAlone } from '../changed.ts';
import { Customer, customerFields, fetchCustomer, ShopifyCustomer, shownCustomer } from '../customers.ts';
import { customerId, note, tags } from '../fields.ts';
import { change } from '../graphql.ts';

const updateMutation = `mutation UpdateCustomer($input: CustomerInput!) {
  done: customerUpdate(input: $input) { customer { ${customerFields} } userErrors { field message } } }`;
const Updated = z.object({ customer: ShopifyCustomer });

export const updateCustomer = defineAction({
  name: 'update_customer',
  title: 'Change a customer',
  description: "Changes a customer's name, note or tags; what is left out stays.",
  effect: 'write',
  idempotent: true,
  needs: ['customers.write'],
  phrases: ['note on customer {customerId}: {note}', 'tag customer {customerId} as {tags}'],
  input: z.strictObject({
    customerId,
    firstName: z.string().trim().min(1).max(255).optional().describe('First name'),
    lastName: z.string().trim().min(1).max(255).optional().describe('Last name'),
    note: note.optional(),
    tags: tags.optional().describe('All tags; those there were go'),
  }),
  output: Customer,

  before: (context, { customerId: id }) => fetchCustomer(context, id),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/customerUpdate */
  async run(context, { customerId: id, ...fields }) {
    const input = { id, ...fields };
    const { customer } = await change(context, updateMutation, { input }, Updated, { idempotent: true });
    return shownCustomer(context, customer);
  },

  async undo(context, { input: { customerId: id, ...fields }, output, before }) {
    const names = Object.keys(fields) as (keyof typeof fields)[];
    leftAlone(output, await fetchCustomer(context, id), names);
    const was = Object.fromEntries(names.map((name) => [name, before[name]]));
    await change(context, updateMutation, { input: { id, ...was } }, Updated);
  },

  examples: [{ input: { customerId: 'gid://shopify/Customer/3001', note: 'Prefers delivery on Fridays.' } }],
});
