import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { leftAlone } from '../changed.ts';
import { price, variantId } from '../fields.ts';
import { askFor, change } from '../graphql.ts';
import { ShopifyVariant, shownVariant, Variant, variantFields } from '../products.ts';

const variantQuery = `query OneVariant($id: ID!) { found: productVariant(id: $id) { ${variantFields} } }`;
const priceMutation = `mutation SetPrice($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
  done: productVariantsBulkUpdate(productId: $productId, variants: $variants) {
    productVariants { ${variantFields} } userErrors { field message code } } }`;
const Priced = z.object({ productVariants: z.array(ShopifyVariant).min(1) });

const fetchVariant = async (context: ActionContext, id: string) =>
  shownVariant(await askFor(context, variantQuery, { id }, ShopifyVariant));

async function setTo(context: ActionContext, productId: string, id: string, value: string) {
  const variables = { productId, variants: [{ id, price: value }] };
  const { productVariants } = await change(context, priceMutation, variables, Priced, { idempotent: true });
  return shownVariant(productVariants[0]!);
}

export const setPrice = defineAction({
  name: 'set_price',
  title: 'Set a price',
  description: "Sets the price of one variant, in the shop's currency.",
  effect: 'write',
  idempotent: true,
  needs: ['products.write'],
  phrases: ['set the price of {variantId} to {price}'],
  input: z.strictObject({ variantId, price }),
  output: Variant,

  before: (context, { variantId: id }) => fetchVariant(context, id),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productVariantsBulkUpdate */
  async run(context, { variantId: id, price: value }) {
    const { productId } = await fetchVariant(context, id);
    return setTo(context, productId, id, value);
  },

  async undo(context, { input: { variantId: id }, output, before }) {
    leftAlone(output, await fetchVariant(context, id), ['price']);
    await setTo(context, before.productId, id, before.price);
  },

  examples: [{ input: { variantId: 'gid://shopify/ProductVariant/40001', price: '52.00' } }],
});
