import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { availableAt, place, reason, set, StockChanged } from '../stock.ts';

export const setStock = defineAction({
  name: 'set_stock',
  title: 'Set stock',
  description:
    'Sets how many can be sold at one place, after a count. Running it twice with the same run sets it once.',
  effect: 'write',
  idempotent: true,
  needs: ['inventory.write'],
  phrases: ['set the stock of {inventoryItemId} at {locationId} to {quantity}'],
  input: z.strictObject({
    ...place,
    quantity: z.int().min(0).max(1_000_000).describe('How many there are'),
    expected: z.int().optional().describe('Only if so many are there now'),
    reason,
  }),
  output: StockChanged,

  async before(context, input) {
    return { quantity: await availableAt(context, input) };
  },

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/inventorySetQuantities */
  async run(context, { inventoryItemId, locationId, quantity, expected, reason: why }) {
    const at = { inventoryItemId, locationId };
    const done = await set(context, at, quantity, { why, from: expected ?? null, key: context.run.marker });
    return { available: quantity, ...done };
  },

  /** Sets it back only where nothing was sold or counted since. */
  async undo(context, { input: { inventoryItemId, locationId, quantity }, before }) {
    const at = { inventoryItemId, locationId };
    if ((await availableAt(context, at)) !== quantity) {
      throw new HubError('conflict', 'The stock changed again in the meantime, so it is left as it is.');
    }
    const how = { why: 'correction', from: quantity, key: `${context.run.marker}-undo` };
    await set(context, at, before.quantity, how);
  },

  examples: [
    {
      input: {
        inventoryItemId: 'gid://shopify/InventoryItem/50011',
        locationId: 'gid://shopify/Location/70001',
        quantity: 76,
        reason: 'cycle_count_available',
      },
    },
  ],
});
