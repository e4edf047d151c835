import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Draft, draftFields, line, linesOf, ShopifyDraft, shownDraft } from '../drafts.ts';
import { customerId, note, tags } from '../fields.ts';
import { change } from '../graphql.ts';
import { madeByRun, trace, traceOf } from '../trace.ts';

const createMutation = `mutation CreateDraft($input: DraftOrderInput!) {
  done: draftOrderCreate(input: $input) { draftOrder { ${draftFields} } userErrors { field message } } }`;
const deleteMutation = `mutation DeleteDraft($input: DraftOrderDeleteInput!) {
  done: draftOrderDelete(input: $input) { deletedId userErrors { field message } } }`;
const newest = `query NewestDrafts {
  newest: draftOrders(first: 20, sortKey: ID, reverse: true) { nodes { ${draftFields} ${trace} } } }`;

export const createDraftOrder = defineAction({
  name: 'create_draft_order',
  title: 'Write a draft order',
  description: 'Writes an order that is not placed yet and can be paid by its link. Running it twice writes two.',
  effect: 'write',
  idempotent: false,
  needs: ['orders.write'],
  phrases: ['draft an order of {lines} for {email}', 'new draft order for {customerId}'],
  input: z.strictObject({
    lines: z.array(line).min(1).max(100).describe('Articles'),
    customerId: customerId.optional(),
    email: z.email().optional().describe('Mail address of the customer'),
    note: note.optional(),
    tags: tags.optional().describe('Tags'),
  }),
  output: Draft,

  before: async (_context, { lines }) => void linesOf(lines),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/draftOrderCreate */
  async run(context, { lines, ...fields }) {
    const input = { lineItems: linesOf(lines), ...fields, metafields: traceOf(context) };
    const { draftOrder } = await change(context, createMutation, { input }, z.object({ draftOrder: ShopifyDraft }));
    return shownDraft(context, draftOrder);
  },

  async recover(context) {
    const made = await madeByRun(context, newest, ShopifyDraft);
    return made && shownDraft(context, made);
  },

  async undo(context, { output: { id } }) {
    await change(context, deleteMutation, { input: { id } }, z.object({}));
  },

  examples: [
    {
      input: {
        lines: [{ variantId: 'gid://shopify/ProductVariant/40001', quantity: 3 }],
        email: 'lucia@oliveandsalt.example',
        note: 'For the autumn tables.',
      },
    },
    { title: 'Something else', input: { lines: [{ title: 'Gift wrapping', price: '4.50', quantity: 1 }] } },
  ],
});
