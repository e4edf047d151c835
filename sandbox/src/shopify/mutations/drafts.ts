import { done, newId, userError, type Context } from '../context.ts';
import { idOf, type Draft, type Line } from '../model.ts';
import { draftView } from '../views/order.ts';
import { metafieldsOf, type MetafieldInput } from './metafields.ts';
import { unique } from './orders.ts';

interface LineInput {
  readonly variantId?: string | null;
  readonly title?: string | null;
  readonly originalUnitPrice?: string | null;
  readonly sku?: string | null;
  readonly quantity: number;
}

interface DraftInput {
  readonly customerId?: string | null;
  readonly email?: string | null;
  readonly lineItems?: readonly LineInput[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
}

/** What can be done with drafts of orders. */
export const draftMutations = {
  draftOrderCreate({ input }: { input: DraftInput }, context: Context) {
    const failed = (field: string, message: string) => ({ draftOrder: null, ...userError(`input.${field}`, message) });
    const asked = input.lineItems ?? [];
    if (asked.length === 0) return failed('lineItems', 'Add at least 1 product');
    if (asked.length > 499) return failed('lineItems', 'A draft order can have at most 499 line items');
    if (input.email && !/^\S+@\S+\.\S+$/.test(input.email)) return failed('email', 'Email is invalid');
    const customer = input.customerId ? idOf('Customer', input.customerId) : undefined;
    const found = context.shop.customers.find(({ id }) => id === customer);
    if (input.customerId && !found) return failed('customerId', 'Customer does not exist');
    const lines = asked.map((line, at) => lineOf(context, line, `lineItems.${at}`));
    const wrong = lines.find((line): line is { field: string; message: string } => 'message' in line);
    if (wrong) return failed(wrong.field, wrong.message);
    const draft: Draft = {
      id: newId(context),
      number: context.shop.drafts.length + 1,
      createdAt: context.now,
      updatedAt: context.now,
      customerId: found?.id ?? null,
      email: input.email ?? found?.email ?? null,
      note: input.note ?? null,
      tags: unique(input.tags ?? []),
      metafields: metafieldsOf(context, input.metafields),
      lines: lines as Line[],
    };
    context.shop.drafts.push(draft);
    return { draftOrder: draftView(context, draft), ...done };
  },

  draftOrderDelete({ input: { id } }: { input: { id: string } }, { shop }: Context) {
    const found = shop.drafts.findIndex((draft) => draft.id === idOf('DraftOrder', id));
    if (found < 0) return { deletedId: null, ...userError('input.id', 'Draft order not found') };
    shop.drafts.splice(found, 1);
    return { deletedId: id, ...done };
  },
};

function lineOf(context: Context, input: LineInput, field: string): Line | { field: string; message: string } {
  const wrong = (name: string, message: string) => ({ field: `${field}.${name}`, message });
  if (input.quantity < 1) return wrong('quantity', 'Quantity must be greater than or equal to 1');
  if (input.variantId) {
    const number = idOf('ProductVariant', input.variantId);
    const product = context.shop.products.find(({ variants }) => variants.some(({ id }) => id === number));
    const variant = product?.variants.find(({ id }) => id === number);
    if (!product || !variant) return wrong('variantId', `Product with ID ${number} is no longer available.`);
    const { id: variantId, sku, price } = variant;
    const variantTitle = variant.title === 'Default Title' ? null : variant.title;
    return { id: newId(context), variantId, title: product.title, variantTitle, sku, price, quantity: input.quantity };
  }
  if (!input.title?.trim()) return wrong('title', "Title can't be blank");
  const price = input.originalUnitPrice ?? '';
  if (!/^\d+(\.\d+)?$/.test(price)) return wrong('originalUnitPrice', 'Original unit price is invalid');
  const { title, sku = null, quantity } = input;
  return {
    id: newId(context),
    variantId: null,
    title,
    variantTitle: null,
    sku,
    price: Number(price).toFixed(2),
    quantity,
  };
}
