import { contactsCreate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Customer, customerFields, namesOf, ShopifyCustomer, shownCustomer } from '../customers.ts';
import { note, tags } from '../fields.ts';
import { change } from '../graphql.ts';
import { madeByRun, trace, traceOf } from '../trace.ts';

const createMutation = `mutation CreateCustomer($input: CustomerInput!) {
  done: customerCreate(input: $input) { customer { ${customerFields} } userErrors { field message } } }`;
const deleteMutation = `mutation DeleteCustomer($input: CustomerDeleteInput!) {
  done: customerDelete(input: $input) { deletedCustomerId userErrors { field message } } }`;
const newest = `query NewestCustomers {
  newest: customers(first: 20, sortKey: CREATED_AT, reverse: true) { nodes { ${customerFields} ${trace} } } }`;

export const createCustomer = defineAction({
  name: 'create_customer',
  title: 'Add a customer',
  description: 'Adds a customer; Shopify refuses a mail address or phone number that another one has.',
  fulfils: contactsCreate,
  effect: 'write',
  idempotent: false,
  needs: ['customers.write'],
  phrases: ['add customer {name} {email}'],
  input: z.strictObject({
    ...contactsCreate.input.shape,
    note: note.optional(),
    tags: tags.optional().describe('Tags'),
  }),
  output: Customer,

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/customerCreate */
  async run(context, { name, organization, ...fields }) {
    const names = namesOf(name);
    const addresses = organization === undefined ? {} : { addresses: [{ ...names, company: organization }] };
    const input = { ...names, ...fields, ...addresses, metafields: traceOf(context) };
    const { customer } = await change(context, createMutation, { input }, z.object({ customer: ShopifyCustomer }));
    return shownCustomer(context, customer);
  },

  async recover(context) {
    const made = await madeByRun(context, newest, ShopifyCustomer);
    return made && shownCustomer(context, made);
  },

  async undo(context, { output: { id } }) {
    await change(context, deleteMutation, { input: { id } }, z.object({}));
  },

  examples: [{ input: { name: 'Greta Vance', email: 'greta@meadowclinic.example', organization: 'Meadow Clinic' } }],
});
