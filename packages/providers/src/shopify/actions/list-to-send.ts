import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { orderId } from '../fields.ts';
import { toSend } from '../fulfillment.ts';

const Part = z.object({
  id: z.string(),
  title: z.string(),
  location: z.string(),
  items: z.array(z.object({ title: z.string(), sku: z.string().optional(), quantity: z.int() })),
});

export const listToSend = defineAction({
  name: 'list_to_send',
  title: 'List what is to be sent',
  description: 'Lists what of an order is still to be sent, by the place it is sent from.',
  effect: 'read',
  idempotent: true,
  needs: ['orders.write'],
  phrases: ['what is left to send of order {orderId}'],
  input: z.strictObject({ orderId }),
  output: z.object({ name: z.string(), parts: z.array(Part) }),

  /** @see https://shopify.dev/docs/api/admin-graphql/2026-10/objects/FulfillmentOrder */
  async run(context, { orderId: id }) {
    const { name, parts } = await toSend(context, id);
    return { name, parts };
  },

  examples: [{ input: { orderId: 'gid://shopify/Order/6003' } }],
});
