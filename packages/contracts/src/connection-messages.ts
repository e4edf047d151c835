import { z } from 'zod';
import { features, key, method, settings } from './connection-fields.ts';
import { ConnectionStatus, Account, Connection, ConnectionDetail, DisconnectReceipt } from './connections.ts';
import { ConnectionId, Feature, Instant, pageOf, PageQuery, ProviderId } from './ids.ts';
import { defineMessage } from './message.ts';

/** Connects an account of an API-key provider: the key is tried live, then kept. */
export const createKeyConnection = defineMessage({
  subject: 'auth.connection.create-from-key',
  callers: ['gateway'],
  permission: 'connections:write',
  request: z.object({
    provider: ProviderId,
    features,
    settings: settings.default({}),
    method: method.optional(),
    key: key.optional(),
    /** A secret of the person's, in place of `key`: the connection follows it when it is replaced. */
    secretId: z.uuidv7().optional(),
  }),
  reply: Connection,
  errors: [
    'not_found',
    'conflict',
    'provider_unknown',
    'provider_rejected',
    'provider_limited',
    'provider_unavailable',
  ],
  timeoutMs: 35_000,
});
/** Puts another key in place of the connection's after it was tried; everything else stays. */
export const replaceConnectionKey = defineMessage({
  subject: 'auth.connection.replace-key',
  callers: ['gateway'],
  permission: 'connections:write',
  request: z.object({ connectionId: ConnectionId, key }),
  reply: Connection,
  errors: [
    'connection_unknown',
    'provider_unknown',
    'provider_rejected',
    'provider_limited',
    'provider_unavailable',
    'account_mismatch',
    'conflict',
  ],
  timeoutMs: 35_000,
});
export const ConnectionQuery = PageQuery.extend({
  provider: ProviderId.optional(),
  feature: Feature.optional(),
  /** `disconnected` lists what is over, of which the receipt is left; without it, all that is not. */
  status: ConnectionStatus.optional(),
});
export const listConnections = defineMessage({
  subject: 'auth.connection.list',
  callers: ['gateway', 'integrations', 'assistant'],
  permission: 'connections:read',
  /** Without `limit` as many as one message holds, oldest first. */
  request: ConnectionQuery,
  reply: pageOf(Connection),
  errors: [],
  timeoutMs: 5_000,
});
export const getConnection = defineMessage({
  subject: 'auth.connection.get',
  callers: ['gateway', 'integrations', 'assistant'],
  permission: 'connections:read',
  request: z.object({ connectionId: ConnectionId }),
  reply: ConnectionDetail,
  errors: ['connection_unknown'],
  timeoutMs: 5_000,
});
/** The account's picture as the hub keeps it: at most 256 KiB, in base64. */
export const getConnectionPicture = defineMessage({
  subject: 'auth.connection.picture',
  callers: ['gateway'],
  permission: 'connections:read',
  request: z.object({ connectionId: ConnectionId }),
  reply: z.object({
    mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
    content: z.base64().max(350_000),
  }),
  errors: ['connection_unknown', 'not_found'],
  timeoutMs: 5_000,
});
export const UpdateConnectionBody = z.strictObject({
  label: z.string().trim().min(1).max(128).optional(),
  defaultFor: features.optional(),
  /** Settings that the provider lets a person change; those that are left out stay. */
  settings: settings.optional(),
});
export const updateConnection = defineMessage({
  subject: 'auth.connection.update',
  callers: ['gateway'],
  permission: 'connections:write',
  request: z.object({
    connectionId: ConnectionId,
    ...UpdateConnectionBody.shape,
    /** More of what a key is used for; only where nobody but the person grants it. */
    addFeatures: features.optional(),
  }),
  reply: Connection,
  errors: ['connection_unknown', 'provider_unknown', 'conflict'],
  timeoutMs: 5_000,
});
/** Revokes upstream, then shreds (O-14). */
export const disconnect = defineMessage({
  subject: 'auth.connection.disconnect',
  callers: ['gateway'],
  permission: 'connections:write',
  request: z.object({ connectionId: ConnectionId }),
  reply: DisconnectReceipt,
  errors: ['connection_unknown'],
  timeoutMs: 35_000,
});
/** Reads the account's identity with the stored token, refreshing it when needed. */
export const testConnection = defineMessage({
  subject: 'auth.connection.test',
  callers: ['gateway'],
  permission: 'connections:read',
  request: z.object({ connectionId: ConnectionId }),
  reply: z.object({ ok: z.boolean(), account: Account, checkedAt: Instant, message: z.string() }),
  errors: [
    'connection_unknown',
    'reconnect_required',
    'provider_unknown',
    'provider_unavailable',
    'provider_rejected',
    'provider_limited',
  ],
  timeoutMs: 40_000,
});
export const refreshConnection = defineMessage({
  subject: 'auth.connection.refresh',
  callers: ['gateway'],
  permission: 'connections:write',
  request: z.object({ connectionId: ConnectionId }),
  reply: Connection,
  errors: [
    'connection_unknown',
    'reconnect_required',
    'provider_unknown',
    'provider_limited',
    'provider_unavailable',
    'conflict',
  ],
  timeoutMs: 40_000,
});
