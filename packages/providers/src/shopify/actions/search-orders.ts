import { Instant } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { cursor, limitTo, nextCursor, pageInfo, pageOf, query } from '../fields.ts';
import { ask } from '../graphql.ts';
import { Order, orderFields, ShopifyOrder, shownOrder } from '../orders.ts';
import { quoted, searchOf } from '../search.ts';

const ordersQuery = `query Orders($first: Int!, $after: String, $query: String) {
  orders(first: $first, after: $after, query: $query, sortKey: PROCESSED_AT, reverse: true) {
    nodes { ${orderFields} } ${pageInfo} } }`;

export const searchOrders = defineAction({
  name: 'search_orders',
  title: 'Search orders',
  description: "Finds orders by number, name or article, newest first; without words it lists the last 60 days'.",
  effect: 'read',
  idempotent: true,
  needs: ['orders.read'],
  phrases: ['orders of {query}', 'which orders are {fulfillment}', 'orders since {after}'],
  input: z.strictObject({
    query,
    status: z.enum(['open', 'closed', 'cancelled']).optional().describe('Only orders in this state'),
    payment: z.enum(['paid', 'pending', 'refunded', 'partially_refunded', 'voided']).optional().describe('Payment'),
    fulfillment: z.enum(['unfulfilled', 'fulfilled', 'partial']).optional().describe('Sent out or not'),
    after: Instant.optional().describe('Made after'),
    before: Instant.optional().describe('Made before'),
    limit: limitTo(50),
    cursor,
  }),
  output: z.object({ orders: z.array(Order), nextCursor: z.string().optional() }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/orders */
  async run(context, input) {
    const search = searchOf(input.query, {
      status: input.status,
      financial_status: input.payment,
      fulfillment_status: input.fulfillment,
      created_at: quoted(input.after, '>='),
    });
    const until = quoted(input.before, 'created_at:<');
    const text = [search, until].filter(Boolean).join(' ') || null;
    const variables = { first: input.limit, after: input.cursor ?? null, query: text };
    const { orders } = await ask(context, ordersQuery, variables, z.object({ orders: pageOf(ShopifyOrder) }));
    return { orders: orders.nodes.map((order) => shownOrder(context, order)), nextCursor: nextCursor(orders.pageInfo) };
  },

  examples: [
    { title: 'Still to be sent', input: { fulfillment: 'unfulfilled', status: 'open' } },
    { title: 'By name', input: { query: 'Whitlock' } },
  ],
});
