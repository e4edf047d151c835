import { connection, sortedBy, type ConnectionArgs } from './connection.ts';
import type { Context } from './context.ts';
import { gid, idOf, sumOf, type Order } from './model.ts';
import { fits, type Searchable } from './search.ts';
import { currency } from './views/money.ts';
import { customerView, draftView, fulfillmentOf, isClosed, orderView } from './views/order.ts';
import { itemView, locationView, productView, variantOfItem, variantView } from './views/product.ts';

type Listing = ConnectionArgs & { readonly query?: string | null; readonly sortKey?: string };
type ById = { readonly id: string };

/** Orders further back need the scope `read_all_orders`. */
const shownMs = 60 * 24 * 3_600_000;
const recent = ({ shop, kit }: Context): Order[] =>
  shop.orders.filter(({ createdAt }) => Date.parse(createdAt) > kit.clock() - shownMs);

const orderWords = (order: Order): Searchable => ({
  words: [`#${order.number}`, order.email, order.shipTo.name, order.note, ...order.lines.map(({ title }) => title)],
  filters: {
    created_at: order.createdAt,
    updated_at: order.updatedAt,
    financial_status: order.financial,
    fulfillment_status: { FULFILLED: ['fulfilled', 'shipped'], PARTIALLY_FULFILLED: ['partial', 'unshipped'] }[
      fulfillmentOf(order)
    ] ?? ['unfulfilled', 'unshipped'],
    id: order.id,
    name: [`#${order.number}`, String(order.number)],
    status: order.cancelledAt ? 'cancelled' : isClosed(order) ? 'closed' : 'open',
    tag: order.tags,
    email: order.email,
    customer_id: order.customerId,
  },
});

const orderKeys: Record<string, (order: Order) => string | number> = {
  TOTAL_PRICE: ({ lines }) => Number(sumOf(lines)),
  ID: ({ id }) => id,
  ORDER_NUMBER: ({ number }) => number,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
};

/** The fields of `QueryRoot`. */
export const queries = {
  shop: (_args: unknown, { shop }: Context) => shopView(shop),

  order: ({ id }: ById, context: Context) => {
    const found = recent(context).find((one) => one.id === idOf('Order', id));
    return found ? orderView(context, found) : null;
  },
  orders: ({ query, sortKey = 'PROCESSED_AT', ...args }: Listing, context: Context) => {
    const found = recent(context).filter((order) => fits(query, orderWords(order)));
    const sorted = sortedBy(found, orderKeys[sortKey] ?? (({ createdAt }) => createdAt));
    return connection('orders', sorted, args, (order) => orderView(context, order));
  },

  draftOrder: ({ id }: ById, context: Context) => {
    const found = context.shop.drafts.find((one) => one.id === idOf('DraftOrder', id));
    return found ? draftView(context, found) : null;
  },
  draftOrders: ({ query, ...args }: Listing, context: Context) => {
    const found = context.shop.drafts.filter((draft) =>
      fits(query, {
        words: [`#D${draft.number}`, draft.email, draft.note, ...draft.lines.map(({ title }) => title)],
        filters: { status: 'open', tag: draft.tags, id: draft.id, created_at: draft.createdAt },
      }),
    );
    return connection('drafts', found, args, (draft) => draftView(context, draft));
  },

  customer: ({ id }: ById, context: Context) => {
    const found = context.shop.customers.find((one) => one.id === idOf('Customer', id));
    return found ? customerView(context, found) : null;
  },
  customers: ({ query, sortKey = 'ID', ...args }: Listing, context: Context) => {
    const found = context.shop.customers.filter(({ id, firstName, lastName, email, phone, tags, note, address }) =>
      fits(query, {
        words: [firstName, lastName, email, phone, note, address?.company, ...tags],
        filters: { id, email, phone, tag: tags, first_name: firstName, last_name: lastName },
      }),
    );
    const sorted = sortedBy(found, (one) =>
      sortKey === 'UPDATED_AT' ? one.updatedAt : sortKey === 'CREATED_AT' ? one.createdAt : one.id,
    );
    return connection('customers', sorted, args, (customer) => customerView(context, customer));
  },

  product: ({ id }: ById, context: Context) => {
    const found = context.shop.products.find((one) => one.id === idOf('Product', id));
    return found ? productView(context, found) : null;
  },
  products: ({ query, sortKey = 'ID', ...args }: Listing, context: Context) => {
    const found = context.shop.products.filter(({ title, vendor, productType, tags, status, id, handle, variants }) =>
      fits(query, {
        words: [title, vendor, productType, handle, ...tags, ...variants.map(({ sku }) => sku)],
        filters: { id, title, status, vendor, tag: tags, product_type: productType, handle },
      }),
    );
    const sorted = sortedBy(found, (one) =>
      sortKey === 'TITLE' ? one.title : sortKey === 'CREATED_AT' ? one.createdAt : one.id,
    );
    return connection('products', sorted, args, (product) => productView(context, product));
  },

  productVariant: ({ id }: ById, context: Context) => {
    const all = variantsOf(context);
    const found = all.find(({ variant }) => variant.id === idOf('ProductVariant', id));
    return found ? variantView(context, found.product, found.variant) : null;
  },
  productVariants: ({ query, ...args }: Listing, context: Context) => {
    const found = variantsOf(context).filter(({ product, variant: { id, title, sku } }) =>
      fits(query, { words: [product.title, title, sku, product.vendor], filters: { id, sku, product_id: product.id } }),
    );
    return connection('variants', found, args, ({ product, variant }) => variantView(context, product, variant));
  },

  inventoryItem: ({ id }: ById, context: Context) => {
    const found = variantOfItem(context, idOf('InventoryItem', id));
    return found ? itemView(context, found.variant) : null;
  },
  inventoryItems: ({ query, ...args }: Listing, context: Context) => {
    const found = variantsOf(context).filter(({ variant: { itemId, sku } }) =>
      fits(query, { words: [sku], filters: { id: itemId, sku } }),
    );
    return connection('items', found, args, ({ variant }) => itemView(context, variant));
  },

  location: ({ id }: { readonly id?: string | null }, context: Context) =>
    locationView(context, id ? (idOf('Location', id) ?? 0) : context.shop.locations[0]!.id),
  locations: (args: ConnectionArgs, context: Context) =>
    connection('locations', context.shop.locations, args, ({ id }) => locationView(context, id)),

  job: ({ id }: ById, { shop }: Context) => (Object.hasOwn(shop.jobs, id) ? { id, done: shop.jobs[id] } : null),
};

const variantsOf = ({ shop }: Context) =>
  shop.products.flatMap((product) => product.variants.map((variant) => ({ product, variant })));

export const shopView = ({ id, title, domain, email, owner }: Context['shop']) => ({
  id: gid('Shop', id),
  name: title,
  email,
  currencyCode: currency,
  myshopifyDomain: domain,
  shopOwnerName: owner,
  url: `https://${domain}`,
});
