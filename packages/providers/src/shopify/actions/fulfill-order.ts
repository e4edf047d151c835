import { HubError } from '@switchboard/contracts';
import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { orderId } from '../fields.ts';
import { partsOfParcel, ShopifyFulfillment, toSend } from '../fulfillment.ts';
import { change } from '../graphql.ts';

const createMutation = `mutation Fulfill($fulfillment: FulfillmentInput!) {
  done: fulfillmentCreate(fulfillment: $fulfillment) {
    fulfillment { id name status createdAt } userErrors { field message } } }`;
const cancelMutation = `mutation Unfulfill($id: ID!) {
  done: fulfillmentCancel(id: $id) { fulfillment { id status } userErrors { field message } } }`;
const Sent = z.object({ fulfillment: ShopifyFulfillment });

const shown = (order: string, { id, name, status }: z.infer<typeof ShopifyFulfillment>) => ({
  fulfillmentId: id,
  name,
  orderId: order,
  status: status.toLowerCase(),
});

export const fulfillOrder = defineAction({
  name: 'fulfill_order',
  title: 'Send out an order',
  description:
    'Marks what is left of an order as sent, with its tracking number. What was sent already stays as it is.',
  effect: 'send',
  idempotent: false,
  needs: ['orders.write'],
  phrases: ['send out order {orderId}', 'order {orderId} is shipped as {trackingNumber}'],
  input: z.strictObject({
    orderId,
    fulfillmentOrderId: picked(
      { action: 'shopify.list_to_send', items: 'parts', label: 'location', given: { orderId: 'orderId' } },
      256,
    )
      .describe('Which part, where it is sent from several places')
      .optional(),
    trackingNumber: z.string().trim().min(1).max(255).optional().describe('Tracking number'),
    trackingCompany: z.string().trim().min(1).max(255).optional().describe('Carrier'),
    trackingUrl: z
      .url({ protocol: /^https$/ })
      .optional()
      .describe('Where the parcel can be followed'),
    notifyCustomer: z.boolean().default(false).describe('Tell the customer by mail'),
  }),
  output: z.object({ fulfillmentId: z.string(), name: z.string(), orderId: z.string(), status: z.string() }),

  async before(context, input) {
    const { chosen, fulfillments } = await partsOfParcel(context, input.orderId, input.fulfillmentOrderId);
    return { sent: fulfillments.map(({ id }) => id), items: chosen.flatMap(({ items }) => items) };
  },

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/fulfillmentCreate */
  async run(context, { orderId: order, fulfillmentOrderId, notifyCustomer, ...tracking }) {
    const { chosen } = await partsOfParcel(context, order, fulfillmentOrderId);
    const { trackingNumber: number, trackingCompany: company, trackingUrl: url } = tracking;
    const fulfillment = {
      lineItemsByFulfillmentOrder: chosen.map(({ id }) => ({ fulfillmentOrderId: id })),
      notifyCustomer,
      ...(number || company || url ? { trackingInfo: { number, company, url } } : {}),
    };
    const sent = await change(context, createMutation, { fulfillment }, Sent);
    return shown(order, sent.fulfillment);
  },

  /** Sending twice is refused, so what is left to send says whether it happened. */
  async recover(context, { orderId: order, fulfillmentOrderId }) {
    const { parts, fulfillments } = await toSend(context, order);
    if (parts.some(({ id }) => fulfillmentOrderId === undefined || id === fulfillmentOrderId)) return undefined;
    const newest = fulfillments.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
    if (!newest) throw new HubError('outcome_unknown');
    return shown(order, newest);
  },

  async undo(context, { output }) {
    await change(context, cancelMutation, { id: output.fulfillmentId }, z.object({}));
  },

  examples: [
    { input: { orderId: 'gid://shopify/Order/6003', trackingCompany: 'Parcelwise', trackingNumber: 'PW-2291-77' } },
  ],
});
