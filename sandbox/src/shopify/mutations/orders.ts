import { done, newId, userError, type Context } from '../context.ts';
import { gid, idOf, sentOf, type Order, type Parcel } from '../model.ts';
import { customerView, orderView, parcelView } from '../views/order.ts';
import { productView } from '../views/product.ts';

const orderBy = ({ shop }: Context, id: string): Order | undefined =>
  shop.orders.find((one) => one.id === idOf('Order', id));

interface OrderInput {
  readonly id: string;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly email?: string | null;
}

interface CancelArgs {
  readonly orderId: string;
  readonly reason: string;
  readonly restock: boolean;
  readonly refundMethod?: { readonly originalPaymentMethodsRefund?: boolean | null } | null;
  readonly staffNote?: string | null;
}

interface FulfillmentInput {
  readonly lineItemsByFulfillmentOrder: readonly {
    readonly fulfillmentOrderId: string;
    readonly fulfillmentOrderLineItems?: readonly { readonly id: string; readonly quantity: number }[] | null;
  }[];
  readonly trackingInfo?: { readonly company?: string; readonly number?: string; readonly url?: string } | null;
}

/** What can be done with orders. */
export const orderMutations = {
  orderUpdate({ input }: { input: OrderInput }, context: Context) {
    const order = orderBy(context, input.id);
    if (!order) return { order: null, ...userError('id', 'Order does not exist') };
    if (input.email && !/^\S+@\S+\.\S+$/.test(input.email))
      return { order: null, ...userError('email', 'Email is invalid') };
    if (input.note !== undefined) order.note = input.note;
    if (input.email !== undefined) order.email = input.email;
    if (input.tags) order.tags = unique(input.tags);
    order.updatedAt = context.now;
    return { order: orderView(context, order), ...done };
  },

  orderCancel({ orderId, reason, restock, refundMethod, staffNote }: CancelArgs, context: Context) {
    const failed = (field: string, message: string, code: string) => ({
      job: null,
      orderCancelUserErrors: userError(field, message, code).userErrors,
    });
    const order = orderBy(context, orderId);
    if (!order) return failed('orderId', 'Order does not exist', 'NOT_FOUND');
    if (order.cancelledAt) return failed('orderId', 'Order has already been cancelled', 'INVALID');
    if (order.lines.some(({ id }) => sentOf(order, id) > 0))
      return failed('orderId', 'Cannot cancel an order with fulfilled items', 'INVALID');
    if ((staffNote ?? '').length > 255) return failed('staffNote', 'Staff note is too long', 'INVALID');
    for (const line of order.lines) release(context, order, line.id, line.quantity, restock);
    if (refundMethod?.originalPaymentMethodsRefund && order.financial === 'PAID') order.financial = 'REFUNDED';
    if (order.financial === 'PENDING') order.financial = 'VOIDED';
    Object.assign(order, { cancelledAt: context.now, cancelReason: reason, updatedAt: context.now });
    const id = `gid://shopify/Job/${newId(context)}`;
    context.shop.jobs[id] = true;
    return { job: { id, done: true }, orderCancelUserErrors: [] };
  },

  fulfillmentCreate({ fulfillment: input }: { fulfillment: FulfillmentInput }, context: Context) {
    const failed = (message: string) => ({ fulfillment: null, ...userError('fulfillment', message) });
    const wanted = input.lineItemsByFulfillmentOrder.map((asked) => ({
      asked,
      ...partBy(context, asked.fulfillmentOrderId),
    }));
    if (wanted.length === 0) return failed('Line items by fulfillment order cannot be empty');
    if (wanted.some(({ part }) => !part)) return failed('Fulfillment order does not exist.');
    const order = wanted[0]!.order!;
    if (wanted.some((one) => one.order !== order))
      return failed('All fulfillment orders must belong to the same order.');
    if (new Set(wanted.map(({ part }) => part!.locationId)).size > 1)
      return failed('All fulfillment orders must be assigned to the same location.');
    const lines = wanted.flatMap(({ asked, part }) => linesOf(order, part!.lineIds, asked.fulfillmentOrderLineItems));
    if (order.cancelledAt || lines.length === 0)
      return failed(
        `Fulfillment order ${idOf('FulfillmentOrder', wanted[0]!.asked.fulfillmentOrderId)} has an unfulfillable status= closed.`,
      );
    if (lines.some(({ lineId, quantity }) => quantity > leftOf(order, lineId)))
      return failed('Invalid fulfillment order line item quantity requested.');
    const { company = null, number = null, url = null } = input.trackingInfo ?? {};
    const parcel: Parcel = {
      id: newId(context),
      partId: wanted[0]!.part!.id,
      name: `#${order.number}-F${order.parcels.length + 1}`,
      status: 'SUCCESS',
      createdAt: context.now,
      tracking: company || number || url ? [{ company, number, url }] : [],
      lines,
    };
    for (const { lineId, quantity } of lines) release(context, order, lineId, quantity, false);
    order.parcels.push(parcel);
    order.updatedAt = context.now;
    return { fulfillment: parcelView(context, order, parcel), ...done };
  },

  fulfillmentCancel({ id }: { id: string }, context: Context) {
    const number = idOf('Fulfillment', id);
    const order = context.shop.orders.find(({ parcels }) => parcels.some((parcel) => parcel.id === number));
    const parcel = order?.parcels.find((one) => one.id === number);
    if (!order || !parcel) return { fulfillment: null, ...userError('id', 'Fulfillment not found.') };
    if (parcel.status === 'CANCELLED')
      return { fulfillment: null, ...userError('id', 'Fulfillment is already cancelled.') };
    parcel.status = 'CANCELLED';
    order.updatedAt = context.now;
    for (const { lineId, quantity } of parcel.lines) release(context, order, lineId, -quantity, false);
    return { fulfillment: parcelView(context, order, parcel), ...done };
  },

  tagsAdd: ({ id, tags }: Tagging, context: Context) => tagged(context, id, (held) => unique([...held, ...tags])),
  tagsRemove: ({ id, tags }: Tagging, context: Context) =>
    tagged(context, id, (held) => held.filter((one) => !tags.some((tag) => tag.toLowerCase() === one.toLowerCase()))),
};

interface Tagging {
  readonly id: string;
  readonly tags: readonly string[];
}

const writing: Readonly<Record<string, string>> = {
  Order: 'write_orders',
  Product: 'write_products',
  Customer: 'write_customers',
};

function tagged(context: Context, id: string, change: (held: string[]) => string[]) {
  const type = /^gid:\/\/shopify\/(\w+)\//.exec(id)?.[1] ?? '';
  const { orders, products, customers } = context.shop;
  const all = { Order: orders, Product: products, Customer: customers }[type] ?? [];
  const found = all.find((one) => one.id === idOf(type, id));
  if (!found) return { node: null, ...userError('id', 'Resource does not exist') };
  if (!context.scopes.has(writing[type]!)) return { node: null, ...userError('id', 'Access denied') };
  found.tags = change(found.tags);
  found.updatedAt = context.now;
  const node =
    'lines' in found
      ? orderView(context, found)
      : 'variants' in found
        ? productView(context, found)
        : customerView(context, found);
  return { node, ...done };
}

/** Each tag once, whatever its letters' size, sorted as Shopify answers them. */
export const unique = (tags: readonly string[]): string[] => {
  const byName = new Map(tags.map((tag) => [tag.trim().toLowerCase(), tag.trim()]));
  return [...byName.values()].filter(Boolean).sort();
};

function partBy({ shop }: Context, id: string) {
  const number = idOf('FulfillmentOrder', id);
  const order = shop.orders.find(({ parts }) => parts.some((part) => part.id === number));
  return { order, part: order?.parts.find((part) => part.id === number) };
}

const leftOf = (order: Order, lineId: number): number =>
  order.lines.find(({ id }) => id === lineId)!.quantity - sentOf(order, lineId);

function linesOf(
  order: Order,
  lineIds: readonly number[],
  asked: readonly { readonly id: string; readonly quantity: number }[] | null | undefined,
) {
  if (!asked) {
    return lineIds
      .map((lineId) => ({ lineId, quantity: leftOf(order, lineId) }))
      .filter(({ quantity }) => quantity > 0);
  }
  return asked.flatMap(({ id, quantity }) => {
    const lineId = lineIds.find((one) => gid('FulfillmentOrderLineItem', one) === id);
    return lineId === undefined || quantity < 1 ? [] : [{ lineId, quantity }];
  });
}

/** Takes so many of a line out of what is set aside; `restock` puts them back on sale. */
function release({ shop, now }: Context, order: Order, lineId: number, quantity: number, restock: boolean): void {
  const line = order.lines.find(({ id }) => id === lineId)!;
  const part = order.parts.find(({ lineIds }) => lineIds.includes(lineId))!;
  const variants = shop.products.flatMap((product) => product.variants);
  const itemId = variants.find(({ id }) => id === line.variantId)?.itemId;
  const level = shop.levels.find((one) => one.itemId === itemId && one.locationId === part.locationId);
  if (!level) return;
  level.committed -= quantity;
  if (restock) level.available += quantity;
  level.updatedAt = now;
}
