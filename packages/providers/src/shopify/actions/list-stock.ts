import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { cursor, limitTo, nextCursor, pageInfo, pageOf, query } from '../fields.ts';
import { ask } from '../graphql.ts';
import { searchOf } from '../search.ts';

/** Ten places of 25 articles cost less than the thousand points that one query may. */
const stockQuery = `query Stock($first: Int!, $after: String, $query: String) {
  inventoryItems(first: $first, after: $after, query: $query) { nodes { id sku tracked
    inventoryLevels(first: 10) { nodes { location { id name }
      quantities(names: ["available", "on_hand", "committed", "incoming"]) { name quantity } } } } ${pageInfo} } }`;

const Level = z.object({
  location: z.object({ id: z.string(), name: z.string() }),
  quantities: z.array(z.object({ name: z.string(), quantity: z.int() })),
});
const Item = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  tracked: z.boolean(),
  inventoryLevels: z.object({ nodes: z.array(Level) }),
});
const count = z.int();
const Place = z.object({
  locationId: z.string(),
  location: z.string(),
  available: count,
  onHand: count,
  committed: count,
  incoming: count,
});

function placeOf({ location, quantities }: z.infer<typeof Level>): z.infer<typeof Place> {
  const of = (wanted: string): number => quantities.find(({ name }) => name === wanted)?.quantity ?? 0;
  return {
    locationId: location.id,
    location: location.name,
    available: of('available'),
    onHand: of('on_hand'),
    committed: of('committed'),
    incoming: of('incoming'),
  };
}

export const listStock = defineAction({
  name: 'list_stock',
  title: 'List stock',
  description: 'Lists articles by the beginning of their SKU, with how many are where.',
  effect: 'read',
  idempotent: true,
  needs: ['inventory.read'],
  phrases: ['stock of {query}', 'how many {query} are left'],
  input: z.strictObject({
    query: query.describe('Beginning of a SKU; empty lists all'),
    limit: limitTo(25, 10),
    cursor,
  }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), title: z.string(), tracked: z.boolean(), places: z.array(Place) })),
    nextCursor: z.string().optional(),
  }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/inventoryItems */
  async run(context, { query: words, limit: first, cursor: after }) {
    const sku = words.replaceAll(/[^\w./+-]+/g, '');
    const variables = { first, after: after ?? null, query: searchOf('', { sku: sku ? `${sku}*` : undefined }) };
    const { inventoryItems: found } = await ask(
      context,
      stockQuery,
      variables,
      z.object({ inventoryItems: pageOf(Item) }),
    );
    const items = found.nodes.map(({ id, sku: title, tracked, inventoryLevels }) => ({
      id,
      title: title || `Article ${id.split('/').at(-1)}`,
      tracked,
      places: inventoryLevels.nodes.map(placeOf),
    }));
    return { items, nextCursor: nextCursor(found.pageInfo) };
  },

  examples: [{ input: { query: 'FH-T' } }, { title: 'All', input: {} }],
});
