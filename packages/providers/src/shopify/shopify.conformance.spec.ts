import { graphql } from '@switchboard/testing/descriptions/graphql';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { shopify } from './index.ts';

const file = path.resolve(import.meta.dirname, '../../../../../shared/specs/shopify/admin_2026-10.json.gz');
const of = (type: string, ...ids: number[]) => fc.constantFrom(...ids.map((id) => `gid://shopify/${type}/${id}`));

describeConformance(shopify, {
  description: () => graphql(file),
  overrides: {
    orderId: of('Order', 6001, 6003, 6004, 6006, 9999),
    productId: of('Product', 9001, 9004, 9999),
    variantId: of('ProductVariant', 40_001, 40_031, 99_999),
    customerId: of('Customer', 3001, 3003, 9999),
    inventoryItemId: of('InventoryItem', 50_001, 50_011, 50_031, 99_999),
    locationId: of('Location', 70_001, 70_002, 79_999),
    fulfillmentOrderId: of('FulfillmentOrder', 60_040, 60_041, 99_999),
    cursor: fc.constantFrom(
      ...['orders', 'drafts', 'products', 'variants', 'customers', 'items'].map((list) =>
        Buffer.from(JSON.stringify({ list, last_id: 1 })).toString('base64'),
      ),
    ),
  },
});
