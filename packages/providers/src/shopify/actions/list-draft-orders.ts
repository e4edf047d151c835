import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Draft, draftFields, ShopifyDraft, shownDraft } from '../drafts.ts';
import { cursor, limitTo, nextCursor, pageInfo, pageOf, query } from '../fields.ts';
import { ask } from '../graphql.ts';
import { searchOf } from '../search.ts';

const draftsQuery = `query Drafts($first: Int!, $after: String, $query: String) {
  draftOrders(first: $first, after: $after, query: $query, sortKey: ID, reverse: true) {
    nodes { ${draftFields} } ${pageInfo} } }`;

export const listDraftOrders = defineAction({
  name: 'list_draft_orders',
  title: 'List draft orders',
  description: 'Lists draft orders, newest first.',
  effect: 'read',
  idempotent: true,
  needs: ['orders.write'],
  phrases: ['draft orders for {query}'],
  input: z.strictObject({
    query,
    status: z.enum(['open', 'invoice_sent', 'completed']).optional().describe('Only drafts in this state'),
    limit: limitTo(50),
    cursor,
  }),
  output: z.object({ drafts: z.array(Draft), nextCursor: z.string().optional() }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/queries/draftOrders */
  async run(context, { query: words, status, limit: first, cursor: after }) {
    const variables = { first, after: after ?? null, query: searchOf(words, { status }) };
    const { draftOrders } = await ask(context, draftsQuery, variables, z.object({ draftOrders: pageOf(ShopifyDraft) }));
    const drafts = draftOrders.nodes.map((draft) => shownDraft(context, draft));
    return { drafts, nextCursor: nextCursor(draftOrders.pageInfo) };
  },

  examples: [{ input: { status: 'open' } }],
});
