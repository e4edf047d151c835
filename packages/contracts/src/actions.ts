import { z } from 'zod';
import { ActionRef, ConnectionId, RunId } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

/** An action that moves a file may take so long; any other is given up much sooner. */
const fileActionMs = 900_000;

/** Codes any run of an action may end with. */
export const actionErrors = [
  'connection_unknown',
  'connection_missing',
  'connection_ambiguous',
  'action_unknown',
  'input_invalid',
  'scope_missing',
  'reconnect_required',
  'not_permitted',
  'provider_limited',
  'provider_rejected',
  'provider_unavailable',
  'provider_misconfigured',
  'outcome_unknown',
  'rate_limited',
  'conflict',
  'not_found',
] as const;

/**
 * Runs one action with the connection's own credential. Reads run for whoever may read; the rest needs `actions:write`
 * and a person's own session (an action form) or an API key. Without `connectionId` the default account of its feature acts;
 * with `capability` instead of `action` the account decides whose action fulfils it.
 */
export const runAction = defineMessage({
  subject: 'integrations.action.run',
  callers: ['gateway'],
  permission: 'actions:read',
  request: z
    .object({
      connectionId: ConnectionId.optional(),
      action: ActionRef.optional(),
      capability: z.string().max(64).optional(),
      input: z.json(),
      /** A form asks what it can offer to choose from; said of a read in the list of what ran. */
      by: z.literal('form').optional(),
    })
    .refine(({ action, capability }) => (action === undefined) !== (capability === undefined), {
      error: 'One of action and capability is needed.',
      path: ['action'],
    }),
  reply: z.object({
    runId: RunId,
    connectionId: ConnectionId,
    action: ActionRef,
    /** `label` of the account that acted. */
    account: z.string(),
    output: z.json(),
    durationMs: z.number().nonnegative(),
  }),
  errors: actionErrors,
  timeoutMs: fileActionMs + 5_000,
});

/** Runs the default account's action that fulfils a capability whose effect is `read`. The only run `assistant` may ask for. */
export const readCapability = defineMessage({
  subject: 'integrations.capability.read',
  callers: ['gateway', 'assistant'],
  permission: 'actions:read',
  request: z.object({ capability: z.string().max(64), connectionId: ConnectionId.optional(), input: z.json() }),
  reply: z.object({
    runId: RunId,
    connectionId: ConnectionId,
    action: ActionRef,
    /** `label` of the account that answered. */
    account: z.string(),
    output: z.json(),
    durationMs: z.number().nonnegative(),
  }),
  errors: actionErrors,
  timeoutMs: 35_000,
});

export const postConnectionAction = defineRoute({
  method: 'POST',
  path: '/api/v1/connections/:connectionId/actions/:action',
  permission: 'actions:read',
  title: 'Run an action on this account',
  params: z.object({ connectionId: ConnectionId, action: ActionRef }),
  query: z.object({ by: z.literal('form').optional() }),
  body: z.json(),
  reply: z.json(),
  mayTakeMs: fileActionMs + 10_000,
});
export const postAction = defineRoute({
  method: 'POST',
  path: '/api/v1/actions/:action',
  permission: 'actions:read',
  title: 'Run an action on the default account of its feature',
  params: z.object({ action: ActionRef }),
  body: z.json(),
  reply: z.json(),
  mayTakeMs: fileActionMs + 10_000,
});
