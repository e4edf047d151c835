import { contactsSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Customer, customerFields, ShopifyCustomer, shownCustomer } from '../customers.ts';
import { cursor, limitTo, nextCursor, pageInfo, pageOf, query } from '../fields.ts';
import { ask } from '../graphql.ts';
import { searchOf } from '../search.ts';

/** Shopify answers at most 250 rows; a customer costs about three points of a thousand. */
const mostRows = 150;

const customersQuery = `query Customers($first: Int!, $after: String, $query: String) {
  customers(first: $first, after: $after, query: $query, sortKey: UPDATED_AT, reverse: true) {
    nodes { ${customerFields} } ${pageInfo} } }`;

export const searchCustomers = defineAction({
  name: 'search_customers',
  title: 'Search customers',
  description: 'Finds customers by name, address or phone; without words it lists those last changed.',
  fulfils: contactsSearch,
  effect: 'read',
  idempotent: true,
  needs: ['customers.read'],
  phrases: ['customer {query}', 'what did {query} spend'],
  input: z.strictObject({ query, limit: limitTo(500), cursor }),
  output: z.object({ contacts: z.array(Customer), nextCursor: z.string().optional() }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/customers */
  async run(context, { query: words, limit, cursor: after }) {
    const variables = { first: Math.min(limit, mostRows), after: after ?? null, query: searchOf(words) };
    const Answer = z.object({ customers: pageOf(ShopifyCustomer) });
    const { customers } = await ask(context, customersQuery, variables, Answer);
    const contacts = customers.nodes.map((customer) => shownCustomer(context, customer));
    return { contacts, nextCursor: nextCursor(customers.pageInfo) };
  },

  examples: [{ input: { query: 'Whitlock' } }, { title: 'All', input: { limit: 100 } }],
});
