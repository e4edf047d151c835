import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { orderId } from '../fields.ts';
import { change } from '../graphql.ts';
import { fetchOrder } from '../orders.ts';

const cancelMutation = `mutation CancelOrder($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!,
  $notifyCustomer: Boolean, $staffNote: String, $refundMethod: OrderCancelRefundMethodInput) {
  done: orderCancel(orderId: $orderId, reason: $reason, restock: $restock, notifyCustomer: $notifyCustomer,
    staffNote: $staffNote, refundMethod: $refundMethod) {
    job { id done } userErrors: orderCancelUserErrors { field message code } } }`;
const Cancelled = z.object({ job: z.object({ done: z.boolean() }).nullable() });

const Cancelling = z.object({ orderId: z.string(), name: z.string(), state: z.enum(['cancelled', 'cancelling']) });
type Cancelling = z.infer<typeof Cancelling>;

export const cancelOrder = defineAction({
  name: 'cancel_order',
  title: 'Cancel an order',
  description:
    'Cancels an order for good, with or without a refund. An order that is cancelled already stays as it is.',
  effect: 'destroy',
  idempotent: true,
  needs: ['orders.write'],
  phrases: ['cancel order {orderId}'],
  input: z.strictObject({
    orderId,
    reason: z
      .enum(['customer', 'declined', 'fraud', 'inventory', 'staff', 'other'])
      .default('customer')
      .describe('Why it is cancelled'),
    restock: z.boolean().default(true).describe('Put its articles back into stock'),
    refund: z.boolean().default(false).describe('Pay back what was paid, the way it was paid'),
    notifyCustomer: z.boolean().default(false).describe('Tell the customer by mail'),
    staffNote: z.string().max(255).optional().describe('A note that the customer does not see'),
  }),
  output: Cancelling,

  before: (context, { orderId: id }) => fetchOrder(context, id),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/orderCancel */
  async run(context, { orderId: id, reason, refund, ...how }): Promise<Cancelling> {
    const { name, status } = await fetchOrder(context, id);
    if (status === 'cancelled') return { orderId: id, name, state: 'cancelled' };
    const variables = {
      orderId: id,
      reason: reason.toUpperCase(),
      ...how,
      ...(refund ? { refundMethod: { originalPaymentMethodsRefund: true } } : {}),
    };
    const { job } = await change(context, cancelMutation, variables, Cancelled);
    return { orderId: id, name, state: job?.done === false ? 'cancelling' : 'cancelled' };
  },

  async recover(context, { orderId: id }): Promise<Cancelling | undefined> {
    const { name, status } = await fetchOrder(context, id);
    return status === 'cancelled' ? { orderId: id, name, state: 'cancelled' } : undefined;
  },

  examples: [{ input: { orderId: 'gid://shopify/Order/6005', reason: 'customer', notifyCustomer: false } }],
});
