import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { adminUrl, Money, MoneyV2 } from './fields.ts';
import { askFor } from './graphql.ts';

export const productFields = `id title handle status vendor productType tags descriptionHtml totalInventory
  priceRangeV2 { minVariantPrice { amount currencyCode } }`;

export const ShopifyProduct = z.object({
  id: z.string(),
  title: z.string(),
  handle: z.string(),
  status: z.string(),
  vendor: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  descriptionHtml: z.string(),
  totalInventory: z.int(),
  priceRangeV2: z.object({ minVariantPrice: MoneyV2 }),
});

export const Product = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  vendor: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  description: z.string(),
  /** How many there are of all its variants, everywhere. */
  inventory: z.int(),
  priceFrom: Money,
  url: z.url(),
});
export type Product = z.infer<typeof Product>;

export const shownProduct = (
  { settings }: Pick<ActionContext, 'settings'>,
  product: z.output<typeof ShopifyProduct>,
): Product => ({
  id: product.id,
  title: product.title,
  status: product.status.toLowerCase(),
  vendor: product.vendor,
  productType: product.productType,
  tags: product.tags,
  description: product.descriptionHtml,
  inventory: product.totalInventory,
  priceFrom: product.priceRangeV2.minVariantPrice,
  url: adminUrl(settings, 'products', product.id),
});

const oneProduct = `query OneProduct($id: ID!) { found: product(id: $id) { ${productFields} } }`;

/** @throws HubError `not_found` where the shop has no such product. */
export const fetchProduct = async (context: ActionContext, id: string): Promise<Product> =>
  shownProduct(context, await askFor(context, oneProduct, { id }, ShopifyProduct));

export const variantFields = 'id title displayName sku price inventoryQuantity inventoryItem { id } product { id }';

export const ShopifyVariant = z.object({
  id: z.string(),
  title: z.string(),
  displayName: z.string(),
  sku: z.string().nullable(),
  price: z.string(),
  inventoryQuantity: z.int().nullable(),
  inventoryItem: z.object({ id: z.string() }),
  product: z.object({ id: z.string() }),
});

export const Variant = z.object({
  id: z.string(),
  /** The product and which of its kinds. */
  title: z.string(),
  sku: z.string().optional(),
  price: z.string(),
  inventory: z.int().optional(),
  inventoryItemId: z.string(),
  productId: z.string(),
});

export const shownVariant = (variant: z.output<typeof ShopifyVariant>): z.infer<typeof Variant> => ({
  id: variant.id,
  title: variant.displayName,
  ...(variant.sku ? { sku: variant.sku } : {}),
  price: variant.price,
  ...(variant.inventoryQuantity === null ? {} : { inventory: variant.inventoryQuantity }),
  inventoryItemId: variant.inventoryItem.id,
  productId: variant.product.id,
});
