import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { askFor } from './graphql.ts';

const toSendQuery = `query ToSend($id: ID!) { found: order(id: $id) { name
  fulfillmentOrders(first: 10) { nodes { id status assignedLocation { name }
    supportedActions { action } lineItems(first: 20) { nodes { id productTitle sku remainingQuantity } } } }
  fulfillments(first: 20) { id name status createdAt } } }`;

const FulfillmentOrder = z.object({
  id: z.string(),
  status: z.string(),
  assignedLocation: z.object({ name: z.string() }),
  supportedActions: z.array(z.object({ action: z.string() })),
  lineItems: z.object({
    nodes: z.array(
      z.object({ id: z.string(), productTitle: z.string(), sku: z.string().nullable(), remainingQuantity: z.int() }),
    ),
  }),
});
export const ShopifyFulfillment = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: z.string(),
});
const ToSend = z.object({
  name: z.string(),
  fulfillmentOrders: z.object({ nodes: z.array(FulfillmentOrder) }),
  fulfillments: z.array(ShopifyFulfillment),
});

/** What of an order is still to be sent, one part for each place it is sent from, and what was sent. */
export async function toSend(context: ActionContext, id: string) {
  const { name, fulfillmentOrders, fulfillments } = await askFor(context, toSendQuery, { id }, ToSend);
  const parts = fulfillmentOrders.nodes
    .filter(({ supportedActions }) => supportedActions.some(({ action }) => action === 'CREATE_FULFILLMENT'))
    .map((part) => ({
      id: part.id,
      title: `${name} from ${part.assignedLocation.name}`,
      location: part.assignedLocation.name,
      items: part.lineItems.nodes
        .filter(({ remainingQuantity }) => remainingQuantity > 0)
        .map((line) => ({ title: line.productTitle, sku: line.sku ?? undefined, quantity: line.remainingQuantity })),
    }));
  return { name, parts, fulfillments };
}

/**
 * The parts that one parcel takes: the one named, or all where they lie at one place.
 * @throws HubError `conflict` where there is nothing to send, `input_invalid` where a part has to be chosen.
 */
export async function partsOfParcel(context: ActionContext, orderId: string, part: string | undefined) {
  const { parts, fulfillments } = await toSend(context, orderId);
  const chosen = part === undefined ? parts : parts.filter(({ id }) => id === part);
  if (chosen.length === 0) throw new HubError('conflict', 'Nothing of this is left to send.');
  if (new Set(chosen.map(({ location }) => location)).size === 1) return { chosen, fulfillments };
  throw new HubError('input_invalid', 'This order is sent from several places. Choose which part goes.', {
    errors: [{ path: '/fulfillmentOrderId', message: 'Choose one.' }],
    choices: chosen.map(({ id, title }) => ({ id, label: title })),
  });
}
