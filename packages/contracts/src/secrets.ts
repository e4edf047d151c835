import { z } from 'zod';
import { Instant } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

/** A third-party key in the vault: it can be replaced and deleted, never read back (V-11). */
export const SecretView = z.object({
  id: z.uuidv7(),
  name: z.string(),
  lastFour: z.string(),
  createdAt: Instant,
  rotatedAt: Instant.optional(),
});
export const SecretBody = z.strictObject({
  name: z.string().trim().min(1).max(128),
  value: z.string().min(1).max(8192),
});
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
  errors: ['conflict'],
  timeoutMs: 5_000,
});
export const replaceSecret = defineMessage({
  subject: 'auth.secret.replace',
  callers: ['gateway'],
  permission: 'secrets:manage',
  request: z.object({ secretId: z.uuidv7(), value: z.string().min(1).max(8192) }),
  reply: SecretView,
  errors: ['not_found'],
  timeoutMs: 5_000,
});
export const deleteSecret = defineMessage({
  subject: 'auth.secret.delete',
  callers: ['gateway'],
  permission: 'secrets:manage',
  request: params,
  reply: z.object({ deleted: z.literal(true) }),
  errors: ['not_found'],
  timeoutMs: 5_000,
});

export const getSecrets = defineRoute({
  method: 'GET',
  path: '/api/v1/secrets',
  permission: 'secrets:manage',
  title: 'Third-party keys: name, last four, age',
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
  title: 'Replace a third-party key',
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
