import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { ask } from '../graphql.ts';

const locationsQuery = `query Locations {
  locations(first: 100) { nodes { id name isActive address { city countryCode } } } }`;
const text = z.string().nullable();
const Answer = z.object({
  locations: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        isActive: z.boolean(),
        address: z.object({ city: text, countryCode: text }),
      }),
    ),
  }),
});

export const listLocations = defineAction({
  name: 'list_locations',
  title: 'List places',
  description: 'Lists the places where the shop keeps its stock.',
  effect: 'read',
  idempotent: true,
  needs: ['inventory.read'],
  input: z.strictObject({}),
  output: z.object({
    locations: z.array(
      z.object({ id: z.string(), title: z.string(), active: z.boolean(), city: z.string().optional() }),
    ),
  }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/locations */
  async run(context) {
    const { locations } = await ask(context, locationsQuery, {}, Answer);
    return {
      locations: locations.nodes.map(({ id, name: title, isActive: active, address: { city } }) => ({
        id,
        title,
        active,
        ...(city ? { city } : {}),
      })),
    };
  },

  examples: [{ input: {} }],
});
