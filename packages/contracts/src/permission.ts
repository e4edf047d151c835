import { z } from 'zod';

/**
 * What a caller may do. `public` needs no caller; `self` needs any signed-in person or key.
 * Everything else is held through a role (sessions) or through a scope (API keys).
 */
export const Permission = z.enum([
  'public',
  'self',
  'sessions:manage',
  'connections:read',
  'connections:write',
  'providers:read',
  'providers:manage',
  'actions:read',
  'actions:write',
  'proxy:use',
  'files:use',
  'chat:use',
  'proposals:read',
  'proposals:decide',
  'runs:read',
  'events:read',
  'secrets:manage',
  'api-keys:manage',
  'members:read',
  'members:manage',
  'audit:read',
]);
export type Permission = z.infer<typeof Permission>;

export const Role = z.enum(['owner', 'admin', 'member']);
export type Role = z.infer<typeof Role>;

const memberPermissions: readonly Permission[] = [
  'public',
  'self',
  'sessions:manage',
  'connections:read',
  'connections:write',
  'providers:read',
  'actions:read',
  'actions:write',
  'proxy:use',
  'files:use',
  'chat:use',
  'proposals:read',
  'proposals:decide',
  'runs:read',
  'events:read',
  'secrets:manage',
  'api-keys:manage',
  'members:read',
];
const adminPermissions: readonly Permission[] = [
  ...memberPermissions,
  'providers:manage',
  'members:manage',
  'audit:read',
];

/** What each role holds in an interactive session. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  owner: adminPermissions,
  admin: adminPermissions,
  member: memberPermissions,
};

/** What an API key may be given; deciding on proposals, keys, members and set-up stay with people. */
export const ApiKeyScope = z.enum([
  'connections:read',
  'connections:write',
  'providers:read',
  'actions:read',
  'actions:write',
  'proxy:use',
  'files:use',
  'chat:use',
  'proposals:read',
  'runs:read',
  'events:read',
  'audit:read',
]);
export type ApiKeyScope = z.infer<typeof ApiKeyScope>;
