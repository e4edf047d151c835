import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { cursor, limitTo, nextCursor, pageInfo, pageOf, query } from '../fields.ts';
import { ask } from '../graphql.ts';
import { Product, productFields, ShopifyProduct, shownProduct } from '../products.ts';
import { searchOf } from '../search.ts';

const productsQuery = `query Products($first: Int!, $after: String, $query: String) {
  products(first: $first, after: $after, query: $query, sortKey: TITLE) { nodes { ${productFields} } ${pageInfo} } }`;

export const searchProducts = defineAction({
  name: 'search_products',
  title: 'Search products',
  description: 'Finds products by the words of their title, maker, kind or tags; without words it lists all.',
  effect: 'read',
  idempotent: true,
  needs: ['products.read'],
  phrases: ['find product {query}', 'how many {query} are there'],
  input: z.strictObject({
    query,
    status: z.enum(['active', 'draft', 'archived']).optional().describe('Only products in this state'),
    limit: limitTo(100),
    cursor,
  }),
  output: z.object({ products: z.array(Product), nextCursor: z.string().optional() }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/products */
  async run(context, { query: words, status, limit: first, cursor: after }) {
    const variables = { first, after: after ?? null, query: searchOf(words, { status }) };
    const { products } = await ask(context, productsQuery, variables, z.object({ products: pageOf(ShopifyProduct) }));
    return {
      products: products.nodes.map((product) => shownProduct(context, product)),
      nextCursor: nextCursor(products.pageInfo),
    };
  },

  examples: [{ input: { query: 'map' } }, { title: 'All that are sold', input: { status: 'active', limit: 50 } }],
});
