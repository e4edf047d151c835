import type { ActionContext } from '@switchboard/provider-kit';
import { HubError } from '@switchboard/contracts';
import { z } from 'zod';
import { inventoryItemId, locationId } from './fields.ts';
import { askFor, change } from './graphql.ts';

/** Why stock changes, in Shopify's words. */
export const reason = z
  .enum(['correction', 'cycle_count_available', 'received', 'restock', 'damaged', 'shrinkage', 'promotion', 'other'])
  .default('correction')
  .describe('Why it changes');

export const place = { inventoryItemId, locationId };
export interface Place {
  readonly inventoryItemId: string;
  readonly locationId: string;
}

export const StockChanged = z.object({
  inventoryItemId: z.string(),
  locationId: z.string(),
  /** How many can be sold there now, where Shopify said so. */
  available: z.int().optional(),
});

const levelQuery = `query Level($item: ID!, $location: ID!) { found: inventoryItem(id: $item) {
  inventoryLevel(locationId: $location) { quantities(names: ["available"]) { name quantity } } } }`;
const Quantities = z.array(z.object({ name: z.string(), quantity: z.int() }));
const Level = z.object({ inventoryLevel: z.object({ quantities: Quantities }).nullable() });

/** How many can be sold at a place. @throws HubError `not_found` where the article is not kept there. */
export async function availableAt(context: ActionContext, { inventoryItemId: item, locationId: location }: Place) {
  const { inventoryLevel } = await askFor(context, levelQuery, { item, location }, Level);
  if (!inventoryLevel) throw new HubError('not_found', 'This article is not kept at that place.');
  return inventoryLevel.quantities.find(({ name }) => name === 'available')?.quantity ?? 0;
}

const group = `inventoryAdjustmentGroup { changes(quantityNames: ["available"]) { delta quantityAfterChange } }
  userErrors { field message code }`;
const adjustMutation = `mutation AdjustStock($input: InventoryAdjustQuantitiesInput!, $key: String!) {
  done: inventoryAdjustQuantities(input: $input) @idempotent(key: $key) { ${group} } }`;
const setMutation = `mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
  done: inventorySetQuantities(input: $input) @idempotent(key: $key) { ${group} } }`;

const Changed = z.object({
  inventoryAdjustmentGroup: z
    .object({ changes: z.array(z.object({ delta: z.int(), quantityAfterChange: z.int().nullable() })) })
    .nullable(),
});

/** Counts up or down; `key` makes it count once however often it is sent. `from` is what must be there, null for whatever is. */
export function adjust(context: ActionContext, at: Place, by: number, { why, from, key }: HowToChange) {
  const changes = [{ ...at, delta: by, changeFromQuantity: from }];
  return changed(context, adjustMutation, { ...inputOf(context, why), changes }, at, key);
}

/** Sets how many there are. */
export function set(context: ActionContext, at: Place, quantity: number, { why, from, key }: HowToChange) {
  const quantities = [{ ...at, quantity, changeFromQuantity: from }];
  return changed(context, setMutation, { ...inputOf(context, why), quantities }, at, key);
}

interface HowToChange {
  readonly why: string;
  readonly from: number | null;
  readonly key: string;
}

const inputOf = ({ run }: ActionContext, why: string) => ({
  name: 'available',
  reason: why,
  referenceDocumentUri: `gid://switchboard/Run/${run.id}`,
});

async function changed(context: ActionContext, mutation: string, input: object, at: Place, key: string) {
  const { inventoryAdjustmentGroup } = await change(context, mutation, { input, key }, Changed, { idempotent: true });
  const available = inventoryAdjustmentGroup?.changes[0]?.quantityAfterChange ?? undefined;
  return { ...at, ...(available === undefined ? {} : { available }) };
}
