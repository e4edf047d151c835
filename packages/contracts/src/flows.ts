import { z } from 'zod';
import { features, method, ownClient, returnTo, settings } from './connection-fields.ts';
import { ErrorCode } from './error.ts';
import { defineEvent } from './event.ts';
import { ConnectionId, Feature, FlowId, Instant, MemberId, ProviderId } from './ids.ts';
import { defineMessage } from './message.ts';
import { ClientInfo, NewSession } from './sessions.ts';

export const FlowPurpose = z.enum(['connect', 'reconnect', 'features', 'sign_in']);
export const Flow = z.object({
  id: FlowId,
  purpose: FlowPurpose,
  provider: ProviderId,
  status: z.enum(['pending', 'succeeded', 'failed', 'expired']),
  connectionId: ConnectionId.optional(),
  grantedFeatures: z.array(Feature).optional(),
  missingFeatures: z.array(Feature).optional(),
  error: z.object({ code: ErrorCode, message: z.string() }).optional(),
  returnTo: z.string(),
});
export type Flow = z.infer<typeof Flow>;

/** SHA-256, base64url, of the browser's flow cookie (O-4). */
const browserBinding = z.string().length(43);
const begun = z.object({ flowId: FlowId, authorizationUrl: z.string(), expiresAt: Instant });

export const beginFlow = defineMessage({
  subject: 'auth.flow.begin',
  callers: ['gateway'],
  permission: 'connections:write',
  request: z.object({
    provider: ProviderId,
    purpose: FlowPurpose.exclude(['sign_in']),
    features,
    settings: settings.default({}),
    method: method.optional(),
    ...ownClient,
    connectionId: ConnectionId.optional(),
    returnTo: returnTo.default('/connections'),
    browserBinding,
  }),
  reply: begun,
  errors: ['provider_unknown', 'provider_not_set_up', 'provider_rejected', 'connection_unknown', 'conflict'],
  timeoutMs: 15_000,
});
export const beginSignIn = defineMessage({
  subject: 'auth.flow.begin-sign-in',
  callers: ['gateway'],
  permission: 'public',
  request: z.object({
    provider: ProviderId,
    returnTo: returnTo.default('/'),
    browserBinding,
    /** First run: makes the owner from the account. */
    setupCode: z.string().max(128).optional(),
  }),
  reply: begun,
  errors: ['provider_unknown', 'provider_not_set_up'],
  timeoutMs: 10_000,
});
/** The provider came back. Consumes the state once, exchanges the code, checks the account and stores the grant. */
export const completeFlow = defineMessage({
  subject: 'auth.flow.complete',
  callers: ['gateway'],
  permission: 'public',
  request: z.object({
    provider: ProviderId,
    /** The callback's query, and its fragment where the provider answers in one; every parameter at most once. */
    parameters: z.record(z.string().max(64), z.string().max(8192)),
    browserBinding: browserBinding.optional(),
    client: ClientInfo,
  }),
  reply: z.object({ flow: Flow, session: NewSession.optional() }),
  errors: ['flow_invalid', 'provider_unknown'],
  timeoutMs: 40_000,
});
export const getFlow = defineMessage({
  subject: 'auth.flow.get',
  callers: ['gateway'],
  permission: 'self',
  request: z.object({ flowId: FlowId }),
  reply: Flow,
  errors: ['not_found'],
  timeoutMs: 5_000,
});

/** A flow ended, well or not. */
export const flowEnded = defineEvent({
  subject: 'auth.flow.ended',
  listeners: ['gateway', 'assistant'],
  payload: z.object({
    flowId: FlowId,
    memberId: MemberId.optional(),
    connectionId: ConnectionId.optional(),
    succeeded: z.boolean(),
  }),
});
