import { z } from 'zod';
import { method, settings } from './connection-fields.ts';
import { ConnectionId, Instant, pageOf, PageQuery, ProviderId } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

/** What a live check found: it opens an account, the service refuses it, or nobody could tell. */
export const SecretCheck = z.object({
  result: z.enum(['works', 'refused', 'could_not_tell']),
  /** In one sentence. */
  message: z.string(),
  checkedAt: Instant,
});
export type SecretCheck = z.infer<typeof SecretCheck>;

/** A third-party key in the vault: it can be replaced and deleted, never read back (V-11). */
export const SecretView = z.object({
  id: z.uuidv7(),
  name: z.string(),
  /** The service it is a key of; without one it cannot be checked. */
  provider: ProviderId.optional(),
  method: z.string().optional(),
  settings: z.record(z.string(), z.string()),
  /** Whose account it opens, as the last check that worked was told. */
  account: z.string().optional(),
  lastFour: z.string(),
  createdAt: Instant,
  rotatedAt: Instant.optional(),
  check: SecretCheck.optional(),
  /** When one of its connections was used last. */
  lastUsedAt: Instant.optional(),
  /** The connections that were made with it; replacing it replaces their key too. */
  connections: z.array(z.object({ id: ConnectionId, label: z.string() })),
});
export type SecretView = z.infer<typeof SecretView>;

/** One time that a connection made with a secret was given its key. */
export const SecretUse = z.object({
  at: Instant,
  connectionId: ConnectionId,
  /** The connection's label now. */
  label: z.string(),
  /** Who asked: the person in the dashboard, one of their API keys, or background work. */
  via: z.enum(['session', 'api_key', 'service']),
  apiKeyName: z.string().optional(),
  /** What for: `action`, `proxy`, `undo` or `background`. */
  purpose: z.string(),
  runId: z.string().optional(),
});

export const SecretBody = z.strictObject({
  name: z.string().trim().min(1).max(128),
  value: z.string().min(1).max(8192),
  /** The service it is a key of: then it is tried there before it is kept. */
  provider: ProviderId.optional(),
  method: method.optional(),
  settings: settings.default({}),
});
const tried = ['provider_unknown', 'provider_rejected', 'provider_limited', 'provider_unavailable'] as const;
const params = z.object({ secretId: z.uuidv7() });

export const listSecrets = defineMessage({
  subject: 'auth.secret.list',
  callers: ['gateway'],
  permission: 'secrets:manage',
  request: z.object({}),
  reply: z.object({ items: z.array(SecretView) }),
  errors: [],
  timeoutMs: 5_000,
});
export const createSecret = defineMessage({
  subject: 'auth.secret.create',
  callers: ['gateway'],
  permission: 'secrets:manage',
  request: SecretBody,
  reply: SecretView,
  errors: ['conflict', ...tried],
  timeoutMs: 35_000,
});
export const replaceSecret = defineMessage({
  subject: 'auth.secret.replace',
  callers: ['gateway'],
  permission: 'secrets:manage',
  request: z.object({ secretId: z.uuidv7(), value: z.string().min(1).max(8192) }),
  reply: SecretView,
  errors: ['not_found', 'account_mismatch', 'conflict', 'connection_unknown', ...tried],
  timeoutMs: 40_000,
});
export const deleteSecret = defineMessage({
  subject: 'auth.secret.delete',
  callers: ['gateway'],
  permission: 'secrets:manage',
  request: params,
  reply: z.object({ deleted: z.literal(true) }),
  errors: ['not_found', 'conflict'],
  timeoutMs: 5_000,
});
/** Tries it at its service now, and remembers what was found. */
export const testSecret = defineMessage({
  subject: 'auth.secret.test',
  callers: ['gateway'],
  permission: 'secrets:manage',
  request: params,
  reply: SecretView,
  errors: ['not_found'],
  timeoutMs: 35_000,
});
/** Who used it when, newest first. */
export const listSecretUses = defineMessage({
  subject: 'auth.secret.uses',
  callers: ['gateway'],
  permission: 'secrets:manage',
  request: z.object({ ...params.shape, ...PageQuery.shape }),
  reply: pageOf(SecretUse),
  errors: ['not_found'],
  timeoutMs: 5_000,
});

export const getSecrets = defineRoute({
  method: 'GET',
  path: '/api/v1/secrets',
  permission: 'secrets:manage',
  title: 'Third-party keys: name, service, last four, age, last check',
  reply: listSecrets.reply,
});
export const postSecret = defineRoute({
  method: 'POST',
  path: '/api/v1/secrets',
  permission: 'secrets:manage',
  title: 'Keep a third-party key',
  status: 201,
  body: SecretBody,
  reply: SecretView,
});
export const putSecret = defineRoute({
  method: 'PUT',
  path: '/api/v1/secrets/:secretId',
  permission: 'secrets:manage',
  title: 'Replace a third-party key, and with it that of its connections',
  params,
  body: z.strictObject({ value: z.string().min(1).max(8192) }),
  reply: SecretView,
});
export const deleteSecretRoute = defineRoute({
  method: 'DELETE',
  path: '/api/v1/secrets/:secretId',
  permission: 'secrets:manage',
  title: 'Shred a third-party key',
  params,
  reply: deleteSecret.reply,
});
export const postSecretTest = defineRoute({
  method: 'POST',
  path: '/api/v1/secrets/:secretId/test',
  permission: 'secrets:manage',
  title: 'Try a third-party key at its service',
  params,
  reply: SecretView,
});
export const getSecretUses = defineRoute({
  method: 'GET',
  path: '/api/v1/secrets/:secretId/uses',
  permission: 'secrets:manage',
  title: 'Who used a third-party key when',
  params,
  query: PageQuery,
  reply: listSecretUses.reply,
});
