import { z } from 'zod';
import { ConnectionId, Feature, Instant, ProviderId } from './ids.ts';
import { Environment } from './providers.ts';

export const ConnectionStatus = z.enum(['active', 'reconnect_required', 'revocation_pending', 'disconnected']);
export const Account = z.object({
  subject: z.string(),
  email: z.string().optional(),
  name: z.string().optional(),
  /** A path of the hub; pictures are served by the hub itself. */
  picture: z.string().optional(),
});

export const Connection = z.object({
  id: ConnectionId,
  provider: ProviderId,
  /** The provider's title; its id where this version of the hub does not know it any more. */
  providerTitle: z.string().optional(),
  /** The name of the provider's method it was connected by. */
  method: z.string().optional(),
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
    'renamed',
    'default_changed',
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
});
export const ConnectionDetail = Connection.extend({
  timeline: z.array(TimelineEntry),
  featureMatrix: z.array(FeatureRow),
  expectedEnd: z.object({ at: Instant, reason: z.string() }).optional(),
});
export type ConnectionDetail = z.infer<typeof ConnectionDetail>;

export const ReceiptStep = z.object({
  step: z.enum(['revoke', 'shred', 'forget']),
  result: z.enum(['done', 'failed', 'not_offered', 'kept_for_others', 'pending']),
  detail: z.string(),
  at: Instant,
});
export const DisconnectReceipt = z.object({
  connectionId: ConnectionId,
  provider: ProviderId,
  account: Account,
  status: ConnectionStatus,
  steps: z.array(ReceiptStep),
});
export type DisconnectReceipt = z.infer<typeof DisconnectReceipt>;
