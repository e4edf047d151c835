import { picked } from '@switchboard/provider-kit';
import { z } from 'zod';

export const orderId = picked({ action: 'shopify.search_orders', items: 'orders', label: 'name' }).describe('Order');
export const productId = picked({ action: 'shopify.search_products', items: 'products' }).describe('Product');
export const variantId = picked({ action: 'shopify.search_variants', items: 'variants' }).describe('Variant');
export const customerId = picked({ action: 'shopify.search_customers', items: 'contacts', label: 'name' }).describe(
  'Customer',
);
export const locationId = picked({ action: 'shopify.list_locations', items: 'locations' }).describe('Place');
export const inventoryItemId = picked({ action: 'shopify.list_stock', items: 'items' }).describe('Article, by its SKU');

export const query = z.string().max(500).default('').describe('Words to look for; empty lists all');
export const cursor = z.string().max(4096).describe('Where the last page ended').optional();
export const limitTo = (most: number, usual = 20) =>
  z.int().min(1).max(most).default(usual).describe('At most this many');
export const note = z.string().max(5000).describe('Note that customers do not see');
export const price = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/, 'An amount like 12.50.')
  .describe("Amount in the shop's currency, as 12.50");
/** Shopify reads a comma as the end of a tag. */
export const tags = z.array(z.string().regex(/^[^,\s][^,]{0,38}$/, 'At most 39 characters, no comma.')).max(50);

/** An amount as Shopify tells it: decimal text, and the ISO 4217 currency. */
export const Money = z.object({ amount: z.string(), currency: z.string() });
const ShopifyMoney = z
  .object({ amount: z.string(), currencyCode: z.string() })
  .transform(({ amount, currencyCode: currency }) => ({ amount, currency }));
export const MoneyV2 = ShopifyMoney;
export const MoneyBag = z.object({ shopMoney: ShopifyMoney }).transform(({ shopMoney }) => shopMoney);
export const money = 'shopMoney { amount currencyCode }';

export const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
export const pageInfo = 'pageInfo { hasNextPage endCursor }';
export const pageOf = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node), pageInfo: PageInfo });

/** Where the next page begins, or undefined at the end. */
export const nextCursor = ({ hasNextPage, endCursor }: z.infer<typeof PageInfo>): string | undefined =>
  hasNextPage && endCursor !== null ? endCursor : undefined;

/** Where a person finds a thing in the shop's admin. */
export const adminUrl = (settings: Readonly<Record<string, string>>, kind: string, id: string): string =>
  `https://admin.shopify.com/store/${settings.shop}/${kind}/${id.split('/').at(-1)}`;
