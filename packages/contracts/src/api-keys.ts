import { z } from 'zod';
import { ApiKeyId, ConnectionId, Instant } from './ids.ts';
import { defineMessage } from './message.ts';
import { ApiKeyScope } from './permission.ts';
import { defineRoute } from './route.ts';

export const ApiKey = z.object({
  id: ApiKeyId,
  name: z.string(),
  scopes: z.array(ApiKeyScope),
  connectionId: ConnectionId.optional(),
  /** The key's beginning, to recognise it by. */
  prefix: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;
/** The whole key, shown this once. */
export const NewApiKey = ApiKey.extend({ key: z.string() });

export const ApiKeyBody = z.strictObject({
  name: z.string().trim().min(1).max(128),
  scopes: z.array(ApiKeyScope).min(1),
  connectionId: ConnectionId.optional(),
  expiresInDays: z.int().min(1).max(365).default(90),
});
const params = z.object({ apiKeyId: ApiKeyId });

export const listApiKeys = defineMessage({
  subject: 'auth.api-key.list',
  callers: ['gateway'],
  permission: 'api-keys:manage',
  request: z.object({}),
  reply: z.object({ items: z.array(ApiKey) }),
  errors: [],
  timeoutMs: 5_000,
});
export const createApiKey = defineMessage({
  subject: 'auth.api-key.create',
  callers: ['gateway'],
  permission: 'api-keys:manage',
  fresh: true,
  request: ApiKeyBody,
  reply: NewApiKey,
  errors: ['connection_unknown'],
  timeoutMs: 5_000,
});
/** A new secret for the same key; the old one ends at once. */
export const rollApiKey = defineMessage({
  subject: 'auth.api-key.roll',
  callers: ['gateway'],
  permission: 'api-keys:manage',
  fresh: true,
  request: params,
  reply: NewApiKey,
  errors: ['not_found'],
  timeoutMs: 5_000,
});
export const deleteApiKey = defineMessage({
  subject: 'auth.api-key.delete',
  callers: ['gateway'],
  permission: 'api-keys:manage',
  request: params,
  reply: z.object({ deleted: z.literal(true) }),
  errors: ['not_found'],
  timeoutMs: 5_000,
});

export const getApiKeys = defineRoute({
  method: 'GET',
  path: '/api/v1/api-keys',
  permission: 'api-keys:manage',
  title: 'My API keys',
  reply: listApiKeys.reply,
});
export const postApiKey = defineRoute({
  method: 'POST',
  path: '/api/v1/api-keys',
  permission: 'api-keys:manage',
  fresh: true,
  title: 'Create an API key',
  status: 201,
  body: ApiKeyBody,
  reply: NewApiKey,
  showsSecret: true,
});
export const postApiKeyRoll = defineRoute({
  method: 'POST',
  path: '/api/v1/api-keys/:apiKeyId/roll',
  permission: 'api-keys:manage',
  fresh: true,
  title: 'Replace the secret of an API key',
  params,
  reply: NewApiKey,
  showsSecret: true,
});
export const deleteApiKeyRoute = defineRoute({
  method: 'DELETE',
  path: '/api/v1/api-keys/:apiKeyId',
  permission: 'api-keys:manage',
  title: 'End an API key',
  params,
  reply: deleteApiKey.reply,
});
