import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { orderId, tags } from '../fields.ts';
import { change } from '../graphql.ts';
import { fetchOrder } from '../orders.ts';

const addMutation = `mutation AddTags($id: ID!, $tags: [String!]!) {
  done: tagsAdd(id: $id, tags: $tags) { userErrors { field message } } }`;
const removeMutation = `mutation RemoveTags($id: ID!, $tags: [String!]!) {
  done: tagsRemove(id: $id, tags: $tags) { userErrors { field message } } }`;
const Done = z.object({});

async function tag(context: ActionContext, id: string, add: readonly string[], remove: readonly string[]) {
  if (add.length > 0) await change(context, addMutation, { id, tags: add }, Done, { idempotent: true });
  if (remove.length > 0) await change(context, removeMutation, { id, tags: remove }, Done, { idempotent: true });
}

export const tagOrder = defineAction({
  name: 'tag_order',
  title: 'Tag an order',
  description: 'Adds tags to an order and takes tags off; its other tags stay.',
  effect: 'write',
  idempotent: true,
  needs: ['orders.write'],
  phrases: ['tag order {orderId} as {add}', 'take {remove} off order {orderId}'],
  input: z.strictObject({
    orderId,
    add: tags.default([]).describe('Tags to add'),
    remove: tags.default([]).describe('Tags to take off'),
  }),
  output: z.object({ orderId: z.string(), name: z.string(), tags: z.array(z.string()) }),

  async before(context, { orderId: id }) {
    const { name, tags: before } = await fetchOrder(context, id);
    return { name, tags: before };
  },

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/tagsAdd */
  async run(context, { orderId: id, add, remove }) {
    await tag(context, id, add, remove);
    const order = await fetchOrder(context, id);
    return { orderId: id, name: order.name, tags: order.tags };
  },

  async undo(context, { input: { orderId: id, add, remove }, before }) {
    const added = add.filter((one) => !before.tags.includes(one));
    const removed = remove.filter((one) => before.tags.includes(one));
    await tag(context, id, removed, added);
  },

  examples: [{ input: { orderId: 'gid://shopify/Order/6001', add: ['priority'] } }],
});
