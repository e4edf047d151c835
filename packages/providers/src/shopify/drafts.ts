import { HubError, Instant } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { adminUrl, Money, MoneyBag, money, price, variantId } from './fields.ts';

export const draftFields = `id name status createdAt note2 tags email invoiceUrl totalPriceSet { ${money} }`;

export const ShopifyDraft = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: z.string(),
  note2: z.string().nullable(),
  tags: z.array(z.string()),
  email: z.string().nullable(),
  invoiceUrl: z.string().nullable(),
  totalPriceSet: MoneyBag,
});

export const Draft = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: Instant,
  note: z.string(),
  tags: z.array(z.string()),
  email: z.string().optional(),
  total: Money,
  /** Where the customer can pay it. */
  invoiceUrl: z.url().optional(),
  url: z.url(),
});

export const shownDraft = (
  { settings }: Pick<ActionContext, 'settings'>,
  draft: z.output<typeof ShopifyDraft>,
): z.infer<typeof Draft> => ({
  id: draft.id,
  name: draft.name,
  status: draft.status.toLowerCase(),
  createdAt: draft.createdAt,
  note: draft.note2 ?? '',
  tags: draft.tags,
  ...(draft.email ? { email: draft.email } : {}),
  total: draft.totalPriceSet,
  ...(draft.invoiceUrl ? { invoiceUrl: draft.invoiceUrl } : {}),
  url: adminUrl(settings, 'draft_orders', draft.id),
});

export const line = z.strictObject({
  variantId: variantId.optional(),
  title: z.string().trim().min(1).max(255).optional().describe('What it is, where it is no product of the shop'),
  price: price.optional().describe('Price of one, where it is no product of the shop'),
  quantity: z.int().min(1).max(100_000).default(1).describe('How many'),
});

/** Lines as Shopify takes them. @throws HubError `input_invalid` for one that is neither a product nor has a title and a price. */
export const linesOf = (lines: readonly z.output<typeof line>[]) =>
  lines.map(({ variantId: variant, title, price: originalUnitPrice, quantity }, at) => {
    if (variant !== undefined) return { variantId: variant, quantity };
    if (title !== undefined && originalUnitPrice !== undefined) return { title, originalUnitPrice, quantity };
    throw new HubError('input_invalid', undefined, {
      errors: [{ path: `/lines/${at}`, message: 'Choose a product, or give a title and a price.' }],
    });
  });
