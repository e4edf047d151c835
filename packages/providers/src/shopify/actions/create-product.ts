import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { change } from '../graphql.ts';
import { productInput, title, toShopify } from '../product-input.ts';
import { Product, productFields, ShopifyProduct, shownProduct } from '../products.ts';
import { madeByRun, trace, traceOf } from '../trace.ts';

const createMutation = `mutation CreateProduct($product: ProductCreateInput!) {
  done: productCreate(product: $product) { product { ${productFields} } userErrors { field message } } }`;
const deleteMutation = `mutation DeleteProduct($input: ProductDeleteInput!) {
  done: productDelete(input: $input) { deletedProductId userErrors { field message } } }`;
const newest = `query NewestProducts {
  newest: products(first: 20, sortKey: CREATED_AT, reverse: true) { nodes { ${productFields} ${trace} } } }`;

export const createProduct = defineAction({
  name: 'create_product',
  title: 'Add a product',
  description: 'Adds a product with one variant, as a draft unless told. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['products.write'],
  phrases: ['add product {title}', 'new product {title} by {vendor}'],
  input: z.strictObject({
    title,
    ...productInput,
    status: productInput.status.unwrap().default('draft').describe('Sold, not yet, or no more'),
  }),
  output: Product,

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productCreate */
  async run(context, input) {
    const fields = { ...toShopify(input), metafields: traceOf(context) };
    const Made = z.object({ product: ShopifyProduct });
    const { product } = await change(context, createMutation, { product: fields }, Made);
    return shownProduct(context, product);
  },

  async recover(context) {
    const made = await madeByRun(context, newest, ShopifyProduct);
    return made && shownProduct(context, made);
  },

  async undo(context, { output: { id } }) {
    await change(context, deleteMutation, { input: { id } }, z.object({}));
  },

  examples: [
    {
      input: { title: 'Linen map of the quay', vendor: 'Fernhill Studio', productType: 'Print', tags: ['harborline'] },
    },
  ],
});
