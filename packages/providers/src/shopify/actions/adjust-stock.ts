import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { adjust, availableAt, place, reason, StockChanged } from '../stock.ts';

export const adjustStock = defineAction({
  name: 'adjust_stock',
  title: 'Count stock up or down',
  description: 'Adds to or takes from what can be sold at one place. Running it twice with the same run counts once.',
  effect: 'write',
  idempotent: true,
  needs: ['inventory.write'],
  phrases: [
    'add {by} to the stock of {inventoryItemId} at {locationId}',
    'take {by} of {inventoryItemId} off the stock',
  ],
  input: z.strictObject({
    ...place,
    by: z
      .int()
      .min(-1_000_000)
      .max(1_000_000)
      .refine((by) => by !== 0, 'Nothing would change.')
      .describe('How many more; below zero for fewer'),
    expected: z.int().optional().describe('Only if so many are there now'),
    reason,
  }),
  output: StockChanged,

  async before(context, input) {
    return { available: await availableAt(context, input) };
  },

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/inventoryAdjustQuantities */
  run: (context, { inventoryItemId, locationId, by, expected, reason: why }) =>
    adjust(context, { inventoryItemId, locationId }, by, { why, from: expected ?? null, key: context.run.marker }),

  async undo(context, { input: { inventoryItemId, locationId, by } }) {
    const key = `${context.run.marker}-undo`;
    await adjust(context, { inventoryItemId, locationId }, -by, { why: 'correction', from: null, key });
  },

  examples: [
    {
      input: {
        inventoryItemId: 'gid://shopify/InventoryItem/50001',
        locationId: 'gid://shopify/Location/70001',
        by: 12,
        reason: 'received',
      },
    },
  ],
});
