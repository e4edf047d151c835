import { connection, type ConnectionArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { gid, type Level, type Product, type Variant } from '../model.ts';
import { moneyOf } from './money.ts';

/** A field of an app, by its key; without a namespace it is the app's own. */
export const metafieldOf =
  (held: Product['metafields']) =>
  ({ key, namespace }: { key: string; namespace?: string | null }) => {
    const full = `${namespace ?? 'app'}.${key}`;
    const found = Object.hasOwn(held, full) ? held[full]! : undefined;
    if (!found) return null;
    const [space] = full.split('.');
    return { id: gid('Metafield', found.id), key, namespace: space, type: found.type, value: found.value };
  };

const levelsOf = ({ shop }: Context, { itemId }: Variant): Level[] =>
  shop.levels.filter((one) => one.itemId === itemId);
const availableOf = (context: Context, variant: Variant): number =>
  levelsOf(context, variant).reduce((sum, { available }) => sum + available, 0);

export const productView = (context: Context, product: Product) => {
  const prices = product.variants.map(({ price }) => price).toSorted((a, b) => Number(a) - Number(b));
  return {
    ...product,
    __typename: 'Product',
    id: gid('Product', product.id),
    metafield: metafieldOf(product.metafields),
    totalInventory: product.variants.reduce((sum, variant) => sum + availableOf(context, variant), 0),
    priceRangeV2: { minVariantPrice: moneyOf(prices[0]!), maxVariantPrice: moneyOf(prices.at(-1)!) },
    variants: (args: ConnectionArgs) =>
      connection('variants', product.variants, args, (variant) => variantView(context, product, variant)),
  };
};

export const variantView = (context: Context, product: Product, variant: Variant): Record<string, unknown> => ({
  ...variant,
  __typename: 'ProductVariant',
  id: gid('ProductVariant', variant.id),
  displayName: variant.title === 'Default Title' ? product.title : `${product.title} - ${variant.title}`,
  position: product.variants.indexOf(variant) + 1,
  inventoryQuantity: availableOf(context, variant),
  inventoryItem: () => itemView(context, variant),
  product: () => productView(context, product),
});

export const itemView = (context: Context, variant: Variant): Record<string, unknown> => {
  const levels = levelsOf(context, variant);
  return {
    __typename: 'InventoryItem',
    id: gid('InventoryItem', variant.itemId),
    sku: variant.sku,
    tracked: variant.tracked,
    updatedAt: levels[0]?.updatedAt ?? context.now,
    inventoryLevel: ({ locationId }: { locationId: string }) => {
      const level = levels.find((one) => gid('Location', one.locationId) === locationId);
      return level ? levelView(context, variant, level) : null;
    },
    inventoryLevels: (args: ConnectionArgs) =>
      connection('levels', levels, args, (level) => levelView(context, variant, level)),
  };
};

const levelView = (context: Context, variant: Variant, level: Level) => ({
  id: `gid://shopify/InventoryLevel/${level.locationId}?inventory_item_id=${level.itemId}`,
  isActive: true,
  item: () => itemView(context, variant),
  location: () => locationView(context, level.locationId),
  updatedAt: level.updatedAt,
  quantities: ({ names }: { names: readonly string[] }) => {
    const { available, committed, incoming } = level;
    const held: Record<string, number> = { available, committed, incoming, on_hand: available + committed };
    return names
      .filter((name) => Object.hasOwn(held, name))
      .map((name) => ({
        id: `gid://shopify/InventoryQuantity/${level.locationId}?inventory_item_id=${level.itemId}&name=${name}`,
        name,
        quantity: held[name],
        updatedAt: level.updatedAt,
      }));
  },
});

export const locationView = ({ shop }: Context, id: number) => {
  const found = shop.locations.find((one) => one.id === id);
  if (!found) return null;
  const { name, city, country: countryCode } = found;
  const country = new Intl.DisplayNames('en', { type: 'region' }).of(countryCode);
  return {
    __typename: 'Location',
    id: gid('Location', id),
    name,
    isActive: true,
    fulfillsOnlineOrders: true,
    address: { address1: null, city, country, countryCode, zip: null },
  };
};

/** The variant that is kept as this article. */
export function variantOfItem({ shop }: Context, itemId: number | undefined) {
  for (const product of shop.products)
    for (const variant of product.variants) if (variant.itemId === itemId) return { product, variant };
  return undefined;
}
