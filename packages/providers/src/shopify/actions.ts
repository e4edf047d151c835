import type { AnyAction } from '@switchboard/provider-kit';
import { adjustStock } from './actions/adjust-stock.ts';
import { cancelOrder } from './actions/cancel-order.ts';
import { createCustomer } from './actions/create-customer.ts';
import { createDraftOrder } from './actions/create-draft-order.ts';
import { createProduct } from './actions/create-product.ts';
import { fulfillOrder } from './actions/fulfill-order.ts';
import { listDraftOrders } from './actions/list-draft-orders.ts';
import { listLocations } from './actions/list-locations.ts';
import { listStock } from './actions/list-stock.ts';
import { listToSend } from './actions/list-to-send.ts';
import { readCustomer } from './actions/read-customer.ts';
import { readOrder } from './actions/read-order.ts';
import { readProduct } from './actions/read-product.ts';
import { searchCustomers } from './actions/search-customers.ts';
import { searchOrders } from './actions/search-orders.ts';
import { searchProducts } from './actions/search-products.ts';
import { searchVariants } from './actions/search-variants.ts';
import { setPrice } from './actions/set-price.ts';
import { setStock } from './actions/set-stock.ts';
import { tagOrder } from './actions/tag-order.ts';
import { updateCustomer } from './actions/update-customer.ts';
import { updateOrder } from './actions/update-order.ts';
import { updateProduct } from './actions/update-product.ts';

/** Every action of Shopify's, in the order the catalogue shows them. */
export const actions: readonly AnyAction[] = [
  searchOrders,
  readOrder,
  updateOrder,
  tagOrder,
  listToSend,
  fulfillOrder,
  cancelOrder,
  listDraftOrders,
  createDraftOrder,
  searchProducts,
  readProduct,
  searchVariants,
  createProduct,
  updateProduct,
  setPrice,
  searchCustomers,
  readCustomer,
  createCustomer,
  updateCustomer,
  listLocations,
  listStock,
  adjustStock,
  setStock,
];
