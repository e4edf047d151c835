import { Instant } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { adminUrl, Money, MoneyBag, money } from './fields.ts';
import { askFor } from './graphql.ts';

/** What the hub reads of an order; its customer is left out, which would need another permission. */
export const orderFields = `id name createdAt cancelledAt closed note tags email displayFinancialStatus
  displayFulfillmentStatus totalPriceSet { ${money} } shippingAddress { name city countryCodeV2 }`;

export const ShopifyOrder = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  cancelledAt: z.string().nullable(),
  closed: z.boolean(),
  note: z.string().nullable(),
  tags: z.array(z.string()),
  email: z.string().nullable(),
  displayFinancialStatus: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  totalPriceSet: MoneyBag,
  shippingAddress: z
    .object({ name: z.string().nullable(), city: z.string().nullable(), countryCodeV2: z.string().nullable() })
    .nullable(),
});

export const Order = z.object({
  id: z.string(),
  /** As people call it: `#1001`. */
  name: z.string(),
  createdAt: Instant,
  status: z.enum(['open', 'closed', 'cancelled']),
  payment: z.string(),
  fulfillment: z.string(),
  total: Money,
  email: z.string().optional(),
  /** Whom and where it goes to. */
  shipTo: z.string().optional(),
  note: z.string(),
  tags: z.array(z.string()),
  url: z.url(),
});
export type Order = z.infer<typeof Order>;

export function shownOrder({ settings }: Pick<ActionContext, 'settings'>, order: z.output<typeof ShopifyOrder>): Order {
  const { name, city, countryCodeV2 } = order.shippingAddress ?? {};
  const shipTo = [name, city, countryCodeV2].filter(Boolean).join(', ');
  return {
    id: order.id,
    name: order.name,
    createdAt: order.createdAt,
    status: order.cancelledAt ? 'cancelled' : order.closed ? 'closed' : 'open',
    payment: (order.displayFinancialStatus ?? 'unknown').toLowerCase(),
    fulfillment: order.displayFulfillmentStatus.toLowerCase(),
    total: order.totalPriceSet,
    ...(order.email ? { email: order.email } : {}),
    ...(shipTo ? { shipTo } : {}),
    note: order.note ?? '',
    tags: order.tags,
    url: adminUrl(settings, 'orders', order.id),
  };
}

const oneOrder = `query OneOrder($id: ID!) { found: order(id: $id) { ${orderFields} } }`;

/** @throws HubError `not_found` where the shop has no such order. */
export const fetchOrder = async (context: ActionContext, id: string): Promise<Order> =>
  shownOrder(context, await askFor(context, oneOrder, { id }, ShopifyOrder));
