import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { productId } from '../fields.ts';
import { askFor } from '../graphql.ts';
import {
  Product,
  productFields,
  ShopifyProduct,
  ShopifyVariant,
  shownProduct,
  shownVariant,
  Variant,
  variantFields,
} from '../products.ts';

const productQuery = `query Product($id: ID!) { found: product(id: $id) { ${productFields}
  variants(first: 100) { nodes { ${variantFields} } } } }`;
const Whole = ShopifyProduct.extend({ variants: z.object({ nodes: z.array(ShopifyVariant) }) });

export const readProduct = defineAction({
  name: 'read_product',
  title: 'Read a product',
  description: 'Reads one product with its variants, prices and stock.',
  effect: 'read',
  idempotent: true,
  needs: ['products.read'],
  phrases: ['show product {productId}'],
  input: z.strictObject({ productId }),
  output: Product.extend({ variants: z.array(Variant) }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/product */
  async run(context, { productId: id }) {
    const product = await askFor(context, productQuery, { id }, Whole);
    return { ...shownProduct(context, product), variants: product.variants.nodes.map(shownVariant) };
  },

  examples: [{ input: { productId: 'gid://shopify/Product/9001' } }],
});
