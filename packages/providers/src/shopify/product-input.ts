import { z } from 'zod';
import { tags } from './fields.ts';

export const title = z.string().trim().min(1).max(255).describe('Title');

/** What of a product the hub writes; each may be left out. */
export const productInput = {
  description: z.string().max(50_000).optional().describe('Description, in HTML'),
  vendor: z.string().trim().max(255).optional().describe('Maker'),
  productType: z.string().trim().max(255).optional().describe('Kind of product'),
  tags: tags.optional().describe('All its tags'),
  status: z.enum(['active', 'draft', 'archived']).optional().describe('Sold, not yet, or no more'),
};

/** The fields as Shopify calls them. */
export const toShopify = ({ description, status, ...fields }: { description?: string; status?: string }) => ({
  ...fields,
  ...(description === undefined ? {} : { descriptionHtml: description }),
  ...(status === undefined ? {} : { status: status.toUpperCase() }),
});
