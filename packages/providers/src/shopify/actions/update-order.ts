import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { leftAlone } from '../changed.ts';
import { note, orderId, tags } from '../fields.ts';
import { change } from '../graphql.ts';
import { fetchOrder, Order, orderFields, ShopifyOrder, shownOrder } from '../orders.ts';

const updateMutation = `mutation UpdateOrder($input: OrderInput!) {
  done: orderUpdate(input: $input) { order { ${orderFields} } userErrors { field message } } }`;
const Updated = z.object({ order: ShopifyOrder });

export const updateOrder = defineAction({
  name: 'update_order',
  title: 'Change an order',
  description: "Changes an order's note, tags or mail address; what is left out stays.",
  effect: 'write',
  idempotent: true,
  needs: ['orders.write'],
  phrases: ['note on order {orderId}: {note}', 'set the note of order {orderId} to {note}'],
  input: z.strictObject({
    orderId,
    note: note.optional(),
    tags: tags.optional().describe('All its tags; those it had go'),
    email: z.email().optional().describe('Mail address of the order'),
  }),
  output: Order,

  before: (context, { orderId: id }) => fetchOrder(context, id),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/orderUpdate */
  async run(context, { orderId: id, ...fields }) {
    const { order } = await change(context, updateMutation, { input: { id, ...fields } }, Updated, {
      idempotent: true,
    });
    return shownOrder(context, order);
  },

  async undo(context, { input: { orderId: id, ...fields }, output, before }) {
    const names = Object.keys(fields) as (keyof typeof fields)[];
    leftAlone(output, await fetchOrder(context, id), names);
    const was = Object.fromEntries(names.map((name) => [name, before[name]]));
    await change(context, updateMutation, { input: { id, ...was } }, Updated);
  },

  examples: [
    { input: { orderId: 'gid://shopify/Order/6001', note: 'Ring the bell at the yard gate.' } },
    { title: 'Tags', input: { orderId: 'gid://shopify/Order/6002', tags: ['wholesale', 'fragile'] } },
  ],
});
