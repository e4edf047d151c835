import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { leftAlone } from '../changed.ts';
import { productId } from '../fields.ts';
import { change } from '../graphql.ts';
import { productInput, title, toShopify } from '../product-input.ts';
import { fetchProduct, Product, productFields, ShopifyProduct, shownProduct } from '../products.ts';

const updateMutation = `mutation UpdateProduct($product: ProductUpdateInput!) {
  done: productUpdate(product: $product) { product { ${productFields} } userErrors { field message } } }`;
const Updated = z.object({ product: ShopifyProduct });

export const updateProduct = defineAction({
  name: 'update_product',
  title: 'Change a product',
  description: 'Changes the fields named of one product; what is left out stays.',
  effect: 'write',
  idempotent: true,
  needs: ['products.write'],
  phrases: ['rename product {productId} to {title}', 'set product {productId} to {status}'],
  input: z.strictObject({ productId, title: title.optional(), ...productInput }),
  output: Product,

  before: (context, { productId: id }) => fetchProduct(context, id),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productUpdate */
  async run(context, { productId: id, ...fields }) {
    const product = { id, ...toShopify(fields) };
    const done = await change(context, updateMutation, { product }, Updated, { idempotent: true });
    return shownProduct(context, done.product);
  },

  async undo(context, { input: { productId: id, ...fields }, output, before }) {
    const names = Object.keys(fields) as (keyof typeof fields)[];
    leftAlone(output, await fetchProduct(context, id), names);
    const was = Object.fromEntries(names.map((name) => [name, before[name]]));
    await change(context, updateMutation, { product: { id, ...toShopify(was) } }, Updated);
  },

  examples: [
    { input: { productId: 'gid://shopify/Product/9001', tags: ['print', 'tides'] } },
    { title: 'No longer sold', input: { productId: 'gid://shopify/Product/9005', status: 'archived' } },
  ],
});
