import { createAuthorizationServer, type AuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts, type DropboxAccount } from './accounts.ts';

const scopes = {
  'account_info.read': 'View basic information about your Dropbox account',
  'files.metadata.read': 'View information about your Dropbox files and folders',
  'files.content.read': 'View content of your Dropbox files and folders',
  'files.content.write': 'Edit content of your Dropbox files and folders',
  'sharing.read': 'View your Dropbox sharing settings and collaborators',
  'sharing.write': 'View and manage your Dropbox sharing settings and collaborators',
};

/** Dropbox's OAuth 2.0 (https://www.dropbox.com/developers/documentation/http/documentation#oauth2-authorize, read 2026-11-21). */
export const createOAuth = (kit: SandboxKit): AuthorizationServer<DropboxAccount> =>
  createAuthorizationServer(kit, {
    provider: 'dropbox',
    title: 'Dropbox',
    accounts,
    scopes,
    fixedScopes: ['account_info.read'],
    scopesImplied: Object.fromEntries(Object.keys(scopes).map((scope) => [scope, ['account_info.read']])),
    defaultScopes: Object.keys(scopes),
    pkce: 'accepted',
    clientAuth: ['post', 'basic', 'none'],
    tokenBody: ['form'],
    offline: { parameter: 'token_access_type', value: 'offline' },
    includesGranted: { parameter: 'include_granted_scopes', value: 'user' },
    knows: [
      'token_access_type',
      'force_reapprove',
      'force_reauthentication',
      'disable_signup',
      'locale',
      'require_role',
    ],
    codeSeconds: 600,
    accessSeconds: 14_400,
    rotation: 'none',
    revokes: 'grant',
    answer: (tokens, { account }) => ({ ...tokens, uid: account.namespace, account_id: account.id }),
    spell: { access: (secret) => `sl.u.${secret}` },
  });
