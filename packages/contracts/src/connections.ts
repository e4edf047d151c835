import { z } from 'zod';
import { ActionRef, ConnectionId, Feature, Instant, ProviderId } from './ids.ts';
import { Environment } from './providers.ts';

export const ConnectionStatus = z.enum(['active', 'reconnect_required', 'revocation_pending', 'disconnected']);
export const Account = z.object({
  subject: z.string(),
  email: z.string().optional(),
  name: z.string().optional(),
  /** A path of the hub; pictures are served by the hub itself. */
  picture: z.string().optional(),
});

/** When a connection ends by itself, and by which rule. */
export const ExpectedEnd = z.object({
  at: Instant,
  /** The rule, in one sentence. */
  reason: z.string(),
  /** True where the hub's own renewals put it off; false where only connecting again does. */
  renewed: z.boolean(),
});
export type ExpectedEnd = z.infer<typeof ExpectedEnd>;

export const Connection = z.object({
  id: ConnectionId,
  provider: ProviderId,
  /** The provider's title; its id where this version of the hub does not know it any more. */
  providerTitle: z.string(),
  /** The name of the provider's method it was connected by. */
  method: z.string(),
  /** True where a key opens it, so that more features need nobody's consent. */
  byKey: z.boolean().optional(),
  environment: Environment,
  label: z.string(),
  account: Account,
  status: ConnectionStatus,
  /** Why it is not active: a sentence. */
  statusReason: z.string().optional(),
  features: z.array(Feature),
  /** Asked for and not granted. */
  missingFeatures: z.array(Feature),
  /** Features for which this is the default account. */
  defaultFor: z.array(Feature),
  settings: z.record(z.string(), z.string()),
  createdAt: Instant,
  updatedAt: Instant,
  lastUsedAt: Instant.optional(),
  accessExpiresAt: Instant.optional(),
  /** Only for connections that are active. */
  expectedEnd: ExpectedEnd.optional(),
});
export type Connection = z.infer<typeof Connection>;

export const TimelineEntry = z.object({
  at: Instant,
  kind: z.enum([
    'connected',
    'reconnected',
    'features_added',
    'features_missing',
    'refreshed',
    'refresh_failed',
    'reconnect_required',
    'tested',
    'notice',
    'imported',
    'renamed',
    'default_changed',
    'settings_changed',
    'disconnecting',
    'disconnected',
  ]),
  detail: z.string().optional(),
});
export const FeatureRow = z.object({
  feature: Feature,
  title: z.string(),
  granted: z.boolean(),
  requested: z.boolean(),
  missingScopes: z.array(z.string()),
  /** Why it is not granted, in one sentence. */
  why: z.string().optional(),
  /** The actions that need it. */
  actions: z.array(
    z.object({
      ref: ActionRef,
      title: z.string(),
      effect: z.enum(['read', 'write', 'send', 'destroy']),
      /** True where everything it needs is granted. */
      available: z.boolean(),
      /** Every feature it needs that is not granted, this one included: one consent for all of them opens it. */
      missing: z.array(Feature),
    }),
  ),
});
export const ReceiptStep = z.object({
  step: z.enum(['revoke', 'shred', 'forget']),
  result: z.enum(['done', 'failed', 'not_offered', 'kept_for_others', 'pending']),
  detail: z.string(),
  at: Instant,
});
export const ConnectionDetail = Connection.extend({
  timeline: z.array(TimelineEntry),
  featureMatrix: z.array(FeatureRow),
  /** What disconnecting did so far, step by step. */
  receipt: z.array(ReceiptStep).optional(),
});
export type ConnectionDetail = z.infer<typeof ConnectionDetail>;

export const DisconnectReceipt = z.object({
  connectionId: ConnectionId,
  provider: ProviderId,
  account: Account,
  status: ConnectionStatus,
  steps: z.array(ReceiptStep),
});
export type DisconnectReceipt = z.infer<typeof DisconnectReceipt>;
