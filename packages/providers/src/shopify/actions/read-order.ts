import { Instant } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { money, Money, MoneyBag, orderId } from '../fields.ts';
import { askFor } from '../graphql.ts';
import { Order, orderFields, ShopifyOrder, shownOrder } from '../orders.ts';

const orderQuery = `query Order($id: ID!) { found: order(id: $id) { ${orderFields}
  lineItems(first: 100) { nodes { id name sku quantity unfulfilledQuantity originalUnitPriceSet { ${money} } } }
  fulfillments(first: 20) { id name status createdAt trackingInfo(first: 5) { company number url } } } }`;

const text = z.string().nullable();
const Whole = ShopifyOrder.extend({
  lineItems: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        sku: text,
        quantity: z.int(),
        unfulfilledQuantity: z.int(),
        originalUnitPriceSet: MoneyBag,
      }),
    ),
  }),
  fulfillments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      createdAt: z.string(),
      trackingInfo: z.array(z.object({ company: text, number: text, url: text })),
    }),
  ),
});

const Item = z.object({
  id: z.string(),
  title: z.string(),
  sku: z.string().optional(),
  quantity: z.int(),
  toSend: z.int(),
  price: Money,
});
const Parcel = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  sentAt: Instant,
  tracking: z.array(z.string()),
});

export const readOrder = defineAction({
  name: 'read_order',
  title: 'Read an order',
  description: 'Reads one order with its articles and parcels.',
  effect: 'read',
  idempotent: true,
  needs: ['orders.read'],
  phrases: ['show order {orderId}', 'what is in order {orderId}'],
  input: z.strictObject({ orderId }),
  output: Order.extend({ items: z.array(Item), parcels: z.array(Parcel) }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/order */
  async run(context, { orderId: id }) {
    const order = await askFor(context, orderQuery, { id }, Whole);
    const items = order.lineItems.nodes.map((line) => ({
      id: line.id,
      title: line.name,
      ...(line.sku ? { sku: line.sku } : {}),
      quantity: line.quantity,
      toSend: line.unfulfilledQuantity,
      price: line.originalUnitPriceSet,
    }));
    const parcels = order.fulfillments.map(({ trackingInfo, createdAt, ...parcel }) => ({
      ...parcel,
      status: parcel.status.toLowerCase(),
      sentAt: createdAt,
      tracking: trackingInfo.map(({ company, number, url }) => [company, number, url].filter(Boolean).join(' ')),
    }));
    return { ...shownOrder(context, order), items, parcels };
  },

  examples: [{ input: { orderId: 'gid://shopify/Order/6001' } }],
});
