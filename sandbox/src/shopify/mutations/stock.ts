import { getDirectiveValues, type GraphQLResolveInfo } from 'graphql';
import { done, newId, refused, userError, type Context } from '../context.ts';
import { gid, idOf, type Level, type StockGroup } from '../model.ts';
import { itemView, locationView, variantOfItem } from '../views/product.ts';

interface Change {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly changeFromQuantity?: number | null;
}

interface Input {
  readonly name: string;
  readonly reason: string;
  readonly referenceDocumentUri?: string | null;
}

const reasons = new Set([
  'correction', 'cycle_count_available', 'damaged', 'movement_canceled', 'movement_created', 'movement_received', 'movement_updated',
  'other', 'promotion', 'quality_control', 'received', 'reservation_created', 'reservation_deleted', 'reservation_updated', 'restock',
  'safety_stock', 'shrinkage',
]); // prettier-ignore
const most = 1_000_000_000;

/** How stock changes; both want an idempotency key and say what was there before, which may be null. */
export const stockMutations = {
  inventoryAdjustQuantities: (
    { input }: { input: Input & { changes: readonly (Change & { delta: number })[] } },
    context: Context,
    info: GraphQLResolveInfo,
  ) => once(context, info, input, input.changes, 'changes', (level, { delta }) => level.available + delta),

  inventorySetQuantities: (
    { input }: { input: Input & { quantities: readonly (Change & { quantity: number })[] } },
    context: Context,
    info: GraphQLResolveInfo,
  ) => {
    const negative = input.quantities.findIndex(({ quantity }) => quantity < 0);
    if (negative >= 0) {
      const field = `input.quantities.${negative}.quantity`;
      const failed = userError(field, "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE');
      return { inventoryAdjustmentGroup: null, ...failed };
    }
    return once(context, info, input, input.quantities, 'quantities', (_level, { quantity }) => quantity);
  },
};

/** Does it for the first request with a key, and answers the same to every later one. @throws GraphQLError without a key. */
function once<T extends Change>(
  context: Context,
  info: GraphQLResolveInfo,
  input: Input,
  changes: readonly T[],
  list: string,
  after: (level: Level, change: T) => number,
) {
  const key = keyOf(info);
  const asked = JSON.stringify(input);
  const { keys } = context.shop;
  const before = Object.hasOwn(keys, key) ? keys[key]! : undefined;
  const failed = (field: string, message: string, code: string) => ({
    inventoryAdjustmentGroup: null,
    ...userError(field, message, code),
  });
  if (before && before.asked !== asked)
    return failed('input', 'The idempotency key was used with other parameters.', 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
  if (before) return { inventoryAdjustmentGroup: before.group && groupView(context, before.group), ...done };
  const byName = list === 'changes' ? 'INVALID_QUANTITY_NAME' : 'INVALID_NAME';
  if (input.name !== 'available') return failed('input.name', 'The quantity name is not served here.', byName);
  if (!reasons.has(input.reason)) return failed('input.reason', 'The specified reason is invalid.', 'INVALID_REASON');
  if (input.referenceDocumentUri && !/^[a-z][\w+.-]*:\/\/\S+\/\S+$/.test(input.referenceDocumentUri))
    return failed(
      'input.referenceDocumentUri',
      'The reference document URI is not valid.',
      'INVALID_REFERENCE_DOCUMENT',
    );

  const planned: { level: Level; to: number }[] = [];
  for (const [at, change] of changes.entries()) {
    const where = `input.${list}.${at}`;
    if (!Object.hasOwn(change, 'changeFromQuantity'))
      throw refused('BAD_REQUEST', `${where}.changeFromQuantity must be given, even where it is null.`);
    const itemId = idOf('InventoryItem', change.inventoryItemId);
    if (!variantOfItem(context, itemId))
      return failed(
        `${where}.inventoryItemId`,
        'The specified inventory item could not be found.',
        'INVALID_INVENTORY_ITEM',
      );
    const locationId = idOf('Location', change.locationId);
    const level = context.shop.levels.find((one) => one.itemId === itemId && one.locationId === locationId);
    if (!level) return failed(`${where}.locationId`, 'The specified location could not be found.', 'INVALID_LOCATION');
    const { changeFromQuantity: from } = change;
    if (typeof from === 'number' && from !== level.available)
      return failed(
        where,
        'The changeFromQuantity value does not match the persisted quantity.',
        'CHANGE_FROM_QUANTITY_STALE',
      );
    const to = after(level, change);
    if (Math.abs(to) > most)
      return failed(
        where,
        'The quantity is too far from zero.',
        to > 0 ? 'INVALID_QUANTITY_TOO_HIGH' : 'INVALID_QUANTITY_TOO_LOW',
      );
    planned.push({ level, to });
  }
  const group = carriedOut(context, input, planned);
  keys[key] = { asked, group };
  return { inventoryAdjustmentGroup: group && groupView(context, group), ...done };
}

function keyOf(info: GraphQLResolveInfo): string {
  const directive = info.schema.getDirective('idempotent')!;
  const { key } = (getDirectiveValues(directive, info.fieldNodes[0]!, info.variableValues) ?? {}) as { key?: string };
  if (key === undefined)
    throw refused('BAD_REQUEST', 'The @idempotent directive is required for this mutation but was not provided.');
  if (key.trim() === '') throw refused('BAD_REQUEST', 'The idempotency key must not be blank.');
  return key;
}

function carriedOut(
  context: Context,
  { reason, referenceDocumentUri }: Input,
  planned: readonly { level: Level; to: number }[],
): StockGroup | null {
  const changes = planned.flatMap(({ level, to }) => {
    const delta = to - level.available;
    if (delta === 0) return [];
    Object.assign(level, { available: to, updatedAt: context.now });
    const both = { itemId: level.itemId, locationId: level.locationId, delta };
    return [
      { ...both, name: 'available', after: to },
      { ...both, name: 'on_hand', after: to + level.committed },
    ];
  });
  if (changes.length === 0) return null;
  return { id: newId(context), createdAt: context.now, reason, uri: referenceDocumentUri ?? null, changes };
}

interface Wanted {
  readonly quantityNames?: readonly string[] | null;
  readonly inventoryItemIds?: readonly string[] | null;
  readonly locationIds?: readonly string[] | null;
}

const groupView = (context: Context, { id, createdAt, reason, uri, changes }: StockGroup) => ({
  id: gid('InventoryAdjustmentGroup', id),
  createdAt,
  reason,
  referenceDocumentUri: uri,
  changes: ({ quantityNames, inventoryItemIds, locationIds }: Wanted) =>
    changes
      .filter(({ name }) => quantityNames?.includes(name) ?? true)
      .filter(({ itemId }) => inventoryItemIds?.includes(gid('InventoryItem', itemId)) ?? true)
      .filter(({ locationId }) => locationIds?.includes(gid('Location', locationId)) ?? true)
      .map(({ itemId, locationId, name, delta, after }) => ({
        name,
        delta,
        quantityAfterChange: after,
        item: () => {
          const found = variantOfItem(context, itemId);
          return found ? itemView(context, found.variant) : null;
        },
        location: () => locationView(context, locationId),
      })),
});
