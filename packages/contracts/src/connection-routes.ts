import { z } from 'zod';
import { features, key, method, ownClient, returnTo, settings } from './connection-fields.ts';
import { ConnectionQuery, listConnections, testConnection, UpdateConnectionBody } from './connection-messages.ts';
import { Connection, ConnectionDetail, ConnectionStatus, DisconnectReceipt, ExpectedEnd } from './connections.ts';
import { Flow } from './flows.ts';
import { ConnectionId, FlowId, Instant, ProviderId } from './ids.ts';
import { Environment } from './providers.ts';
import { defineRoute } from './route.ts';

const params = z.object({ connectionId: ConnectionId });
export const BeginBody = z.strictObject({
  provider: ProviderId,
  features,
  settings: settings.optional(),
  method: method.optional(),
  ...ownClient,
  returnTo: returnTo.optional(),
  /** Only for methods where a person brings a key. */
  key: key.optional(),
  /** One of the person's secrets, in place of `key`. */
  secretId: z.uuidv7().optional(),
});
export const Begun = z.object({ flowId: FlowId, authorizationUrl: z.string(), expiresAt: Instant });

export const postConnection = defineRoute({
  method: 'POST',
  path: '/api/v1/connections',
  permission: 'connections:write',
  title: 'Begin connecting an account',
  status: 201,
  body: BeginBody,
  reply: z.union([Begun, Connection]),
  showsSecret: true,
});
/** What a provider answers in the fragment of the callback's address, which only the page there can read. */
export const postFlowFragment = defineRoute({
  method: 'POST',
  path: '/oauth/:provider/callback',
  permission: 'public',
  title: 'Hand over what a provider answered in a fragment',
  params: z.object({ provider: ProviderId }),
  body: z.strictObject({ parameters: z.record(z.string().max(64), z.string().max(8192)) }),
  reply: z.object({ location: z.string() }),
  showsSecret: true,
});
export const getFlowRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/flows/:flowId',
  permission: 'self',
  title: 'How a flow stands',
  params: z.object({ flowId: FlowId }),
  reply: Flow,
});
export const getConnections = defineRoute({
  method: 'GET',
  path: '/api/v1/connections',
  permission: 'connections:read',
  title: 'My connections',
  query: ConnectionQuery,
  reply: listConnections.reply,
});
export const getConnectionRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/connections/:connectionId',
  permission: 'connections:read',
  title: 'One connection with its timeline and feature matrix',
  params,
  reply: ConnectionDetail,
});
/** Answers a PNG, JPEG, GIF or WebP; `v` tells one picture of an account from the next. */
export const getConnectionPictureRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/connections/:connectionId/picture',
  permission: 'connections:read',
  title: 'The picture of the account',
  params,
  query: z.object({ v: z.string().max(20).optional() }),
  reply: z.unknown(),
  streams: 'response',
});
export const patchConnection = defineRoute({
  method: 'PATCH',
  path: '/api/v1/connections/:connectionId',
  permission: 'connections:write',
  title: 'Rename, or make it the default for features',
  params,
  body: UpdateConnectionBody,
  reply: Connection,
});
export const deleteConnection = defineRoute({
  method: 'DELETE',
  path: '/api/v1/connections/:connectionId',
  permission: 'connections:write',
  title: 'Disconnect with a receipt',
  params,
  reply: DisconnectReceipt,
});
export const postReconnect = defineRoute({
  method: 'POST',
  path: '/api/v1/connections/:connectionId/reconnect',
  permission: 'connections:write',
  title: 'Connect the same account again, in place',
  params,
  /** `key` takes the place of a key connection's. */
  body: z.strictObject({ returnTo: returnTo.optional(), key: key.optional() }),
  reply: z.union([Begun, Connection]),
  showsSecret: true,
});
export const postFeatures = defineRoute({
  method: 'POST',
  path: '/api/v1/connections/:connectionId/features',
  permission: 'connections:write',
  title: 'Ask for more features',
  params,
  body: z.strictObject({ features: features.min(1), returnTo: returnTo.optional() }),
  /** A connection by key is answered at once: its person needs nobody's consent. */
  reply: z.union([Begun, Connection]),
  showsSecret: true,
});
export const postTest = defineRoute({
  method: 'POST',
  path: '/api/v1/connections/:connectionId/test',
  permission: 'connections:read',
  title: 'Live check',
  params,
  reply: testConnection.reply,
});
export const postRefresh = defineRoute({
  method: 'POST',
  path: '/api/v1/connections/:connectionId/refresh',
  permission: 'connections:write',
  title: 'Refresh now',
  params,
  reply: Connection,
});
export const getStatus = defineRoute({
  method: 'GET',
  path: '/api/v1/status',
  permission: 'connections:read',
  title: 'Every provider: connected, account, health',
  reply: z.object({
    items: z.array(
      z.object({
        provider: ProviderId,
        title: z.string(),
        environment: Environment,
        ready: z.boolean(),
        connected: z.boolean(),
        accounts: z.array(
          z.object({
            connectionId: ConnectionId,
            label: z.string(),
            status: ConnectionStatus,
            statusReason: z.string().optional(),
            expectedEnd: ExpectedEnd.optional(),
          }),
        ),
      }),
    ),
  }),
});
