import { createAuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts } from './accounts.ts';

/** The scopes of an app with granular permissions. @see https://developers.asana.com/docs/oauth-scopes (2026-11-21) */
const scopes = {
  openid: 'Know who you are by OpenID Connect',
  email: 'See your e-mail address',
  profile: 'See your name and photo',
  'attachments:read': 'View attachments',
  'attachments:write': 'Create and modify attachments',
  'attachments:delete': 'Delete attachments',
  'custom_fields:read': 'View custom fields',
  'projects:read': 'View projects',
  'projects:write': 'Create and modify projects',
  'projects:delete': 'Delete projects',
  'stories:read': 'View stories and comments',
  'stories:write': 'Create and modify comments',
  'tags:read': 'View tags',
  'tags:write': 'Create and modify tags',
  'tasks:read': 'View tasks',
  'tasks:write': 'Create and modify tasks',
  'tasks:delete': 'Delete tasks',
  'users:read': 'View users',
  'webhooks:read': 'View webhooks',
  'webhooks:write': 'Create and modify webhooks',
  'webhooks:delete': 'Delete webhooks',
  'workspaces:read': 'View workspaces',
};

/** Asana's: hour-long access, a refresh token that stays, no scopes in the answer, the person in it. */
export const createAsanaOAuth = (kit: SandboxKit) =>
  createAuthorizationServer(kit, {
    provider: 'asana',
    title: 'Asana',
    accounts,
    scopes,
    pkce: 'accepted',
    clientAuth: ['post'],
    tokenBody: ['form'],
    offline: 'always',
    codeSeconds: 300,
    accessSeconds: 3600,
    rotation: 'none',
    answersScope: false,
    answer: (tokens, { account: { id, name, email } }) => ({ ...tokens, data: { id, gid: id, name, email } }),
    spell: {
      access: (secret) => `2/1200/${secret}`,
      refresh: (secret) => `2/1201/${secret}`,
    },
  });
export type AsanaOAuth = ReturnType<typeof createAsanaOAuth>;
