import { connection, type ConnectionArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { gid, sentOf, sumOf, type Customer, type Draft, type Line, type Order, type Parcel } from '../model.ts';
import { bagOf, currency, moneyOf } from './money.ts';
import { locationView, metafieldOf, productView, variantView } from './product.ts';

/** How far an order is sent, as Shopify calls it. */
export function fulfillmentOf(order: Order): string {
  const sent = order.lines.map((line) => [sentOf(order, line.id), line.quantity] as const);
  if (sent.every(([done, quantity]) => done === quantity)) return 'FULFILLED';
  return sent.some(([done]) => done > 0) ? 'PARTIALLY_FULFILLED' : 'UNFULFILLED';
}

export const isClosed = (order: Order): boolean => order.cancelledAt !== null || fulfillmentOf(order) === 'FULFILLED';

interface Place {
  readonly id: number;
  readonly city: string | null;
  readonly country: string | null;
  readonly name?: string;
  readonly company?: string | null;
}

const addressView = ({ id, city, country, name = '', company = null }: Place) => ({
  id: `${gid('MailingAddress', id)}?model_name=Address`,
  address1: null,
  city,
  company,
  country: country === null ? null : (new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? null),
  countryCodeV2: country,
  name,
  zip: null,
});

export const orderView = (context: Context, order: Order): Record<string, unknown> => ({
  __typename: 'Order',
  id: gid('Order', order.id),
  legacyResourceId: String(order.id),
  name: `#${order.number}`,
  cancelReason: order.cancelReason,
  cancelledAt: order.cancelledAt,
  closed: isClosed(order),
  closedAt: isClosed(order) ? order.updatedAt : null,
  createdAt: order.createdAt,
  processedAt: order.createdAt,
  updatedAt: order.updatedAt,
  currencyCode: currency,
  displayFinancialStatus: order.financial,
  displayFulfillmentStatus: fulfillmentOf(order),
  email: order.email,
  note: order.note,
  tags: order.tags,
  totalPriceSet: bagOf(sumOf(order.lines)),
  shippingAddress: addressView(order.shipTo),
  customer: () => customerById(context, order.customerId),
  lineItems: (args: ConnectionArgs) => connection('lines', order.lines, args, (line) => lineView(context, order, line)),
  fulfillments: ({ first }: { first?: number | null }) =>
    order.parcels.slice(0, first ?? undefined).map((parcel) => parcelView(context, order, parcel)),
  fulfillmentOrders: (args: ConnectionArgs) =>
    connection('parts', order.parts, args, (part) => partView(context, order, part)),
});

const lineView = (context: Context, order: Order, line: Line) => ({
  ...line,
  id: gid('LineItem', line.id),
  name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
  originalUnitPriceSet: bagOf(line.price),
  unfulfilledQuantity: order.cancelledAt ? 0 : line.quantity - sentOf(order, line.id),
  ...sold(context, line),
});

function sold(context: Context, { variantId }: Line) {
  const product = context.shop.products.find(({ variants }) => variants.some(({ id }) => id === variantId));
  const variant = product?.variants.find(({ id }) => id === variantId);
  return {
    product: () => (product ? productView(context, product) : null),
    variant: () => (product && variant ? variantView(context, product, variant) : null),
  };
}

type Part = Order['parts'][number];

function partView(context: Context, order: Order, part: Part): Record<string, unknown> {
  const lines = order.lines.filter(({ id }) => part.lineIds.includes(id));
  const left = (line: Line): number => (order.cancelledAt ? 0 : line.quantity - sentOf(order, line.id));
  const open = lines.some((line) => left(line) > 0);
  const begun = lines.some((line) => sentOf(order, line.id) > 0);
  const location = locationView(context, part.locationId)!;
  return {
    id: gid('FulfillmentOrder', part.id),
    orderName: `#${order.number}`,
    updatedAt: order.updatedAt,
    status: order.cancelledAt ? 'CANCELLED' : !open ? 'CLOSED' : begun ? 'IN_PROGRESS' : 'OPEN',
    supportedActions: open
      ? ['CREATE_FULFILLMENT', 'HOLD', 'MOVE'].map((action) => ({ action, externalUrl: null }))
      : [],
    assignedLocation: { ...location.address, name: location.name, location },
    order: () => orderView(context, order),
    lineItems: (args: ConnectionArgs) =>
      connection('partLines', lines, args, (line) => ({
        id: gid('FulfillmentOrderLineItem', line.id),
        inventoryItemId: null,
        lineItem: () => lineView(context, order, line),
        productTitle: line.title,
        remainingQuantity: left(line),
        totalQuantity: line.quantity,
        sku: line.sku,
        variantTitle: line.variantTitle,
      })),
  };
}

export const parcelView = (context: Context, order: Order, parcel: Parcel) => ({
  id: gid('Fulfillment', parcel.id),
  name: parcel.name,
  status: parcel.status,
  createdAt: parcel.createdAt,
  order: () => orderView(context, order),
  trackingInfo: ({ first }: { first?: number | null }) => parcel.tracking.slice(0, first ?? undefined),
});

export const draftView = (context: Context, draft: Draft) => ({
  __typename: 'DraftOrder',
  id: gid('DraftOrder', draft.id),
  name: `#D${draft.number}`,
  status: 'OPEN',
  createdAt: draft.createdAt,
  updatedAt: draft.updatedAt,
  email: draft.email,
  note2: draft.note,
  tags: draft.tags,
  invoiceUrl: `https://${context.shop.domain}/invoices/${draft.id}`,
  totalPriceSet: bagOf(sumOf(draft.lines)),
  metafield: metafieldOf(draft.metafields),
  customer: () => customerById(context, draft.customerId),
  lineItems: (args: ConnectionArgs) =>
    connection('draftLines', draft.lines, args, (line) => ({
      id: gid('DraftOrderLineItem', line.id),
      custom: line.variantId === null,
      name: line.title,
      title: line.title,
      quantity: line.quantity,
      sku: line.sku,
      originalUnitPriceSet: bagOf(line.price),
    })),
});

const customerById = (context: Context, id: number | null) => {
  const found = context.shop.customers.find((one) => one.id === id);
  return found ? customerView(context, found) : null;
};

export const customerView = (context: Context, customer: Customer): Record<string, unknown> => {
  const { firstName, lastName, email, phone, address } = customer;
  const own = context.shop.orders.filter(({ customerId }) => customerId === customer.id);
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return {
    __typename: 'Customer',
    id: gid('Customer', customer.id),
    firstName,
    lastName,
    displayName: name || email || phone || '',
    note: customer.note,
    tags: customer.tags,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    numberOfOrders: String(own.length),
    amountSpent: moneyOf(sumOf(own.filter(({ financial }) => financial === 'PAID').flatMap(({ lines }) => lines))),
    defaultEmailAddress: email === null ? null : { emailAddress: email },
    defaultPhoneNumber: phone === null ? null : { phoneNumber: phone },
    defaultAddress: address === null ? null : addressView({ ...address, name }),
    metafield: metafieldOf(customer.metafields),
    orders: (args: ConnectionArgs) => connection('orders', own, args, (order) => orderView(context, order)),
  };
};
