import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { cursor, limitTo, nextCursor, pageInfo, pageOf, query } from '../fields.ts';
import { ask } from '../graphql.ts';
import { ShopifyVariant, shownVariant, Variant, variantFields } from '../products.ts';
import { searchOf } from '../search.ts';

const variantsQuery = `query Variants($first: Int!, $after: String, $query: String) {
  productVariants(first: $first, after: $after, query: $query) { nodes { ${variantFields} } ${pageInfo} } }`;

export const searchVariants = defineAction({
  name: 'search_variants',
  title: 'Search variants',
  description: 'Finds the single kinds of products, as sizes and colours, with price and stock.',
  effect: 'read',
  idempotent: true,
  needs: ['products.read'],
  phrases: ['sizes of {query}', 'price of {query}'],
  input: z.strictObject({ query, limit: limitTo(100), cursor }),
  output: z.object({ variants: z.array(Variant), nextCursor: z.string().optional() }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/productVariants */
  async run(context, { query: words, limit: first, cursor: after }) {
    const variables = { first, after: after ?? null, query: searchOf(words) };
    const Answer = z.object({ productVariants: pageOf(ShopifyVariant) });
    const { productVariants: found } = await ask(context, variantsQuery, variables, Answer);
    return { variants: found.nodes.map(shownVariant), nextCursor: nextCursor(found.pageInfo) };
  },

  examples: [{ input: { query: 'map' } }],
});
