import { createAuthorizationServer, type AuthorizationServer } from '../kit/oauth/index.ts';
import { json } from '../kit/exchange.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts, team, type SlackAccount } from './people.ts';

const kinds = {
  channels: 'public channels',
  groups: 'private channels you are in',
  im: 'your direct messages',
  mpim: 'your group messages',
};
const perKind = (right: string, words: string): [string, string][] =>
  Object.entries(kinds).map(([kind, text]) => [`${kind}:${right}`, `${words} ${text}`]);

const scopes: Readonly<Record<string, string>> = {
  'users:read': 'View people in a workspace',
  ...Object.fromEntries([
    ...perKind('read', 'View basic information about'),
    ...perKind('history', 'View messages and other content in'),
    ...perKind('write', 'Manage'),
  ]),
  'search:read': 'Search a workspace’s content',
  'chat:write': 'Send messages on your behalf',
  'reactions:read': 'View emoji reactions',
  'reactions:write': 'Add and edit emoji reactions',
  'files:read': 'View files',
  'files:write': 'Upload, edit and delete files on your behalf',
};

/** What Slack says for the codes of RFC 6749. */
const errorOf = (error: string, description: string): string => {
  if (error === 'invalid_client') return /secret/.test(description) ? 'bad_client_secret' : 'invalid_client_id';
  if (error !== 'invalid_grant') return error;
  if (/refresh/.test(description)) return 'invalid_refresh_token';
  return /redirect/.test(description) ? 'bad_redirect_uri' : 'invalid_code';
};

/**
 * OAuth v2 of an app with user scopes and token rotation: what a person grants stands under `authed_user`, and a refresh answers at
 * the top (https://docs.slack.dev/authentication/using-token-rotation, read 2026-11-21).
 */
export const createOAuth = (kit: SandboxKit): AuthorizationServer<SlackAccount> =>
  createAuthorizationServer(kit, {
    provider: 'slack',
    title: 'Slack',
    accounts,
    scopes,
    separator: ',',
    scopeParam: 'user_scope',
    knows: ['scope', 'team'],
    pkce: 'ignored',
    clientAuth: ['basic', 'post'],
    tokenBody: ['form'],
    offline: 'always',
    codeSeconds: 600,
    accessSeconds: 43_200,
    rotation: 'single-use',
    revokes: 'grant',
    spell: { access: (secret) => `xoxe.xoxp-1-${secret}`, refresh: (secret) => `xoxe-1-${secret}` },
    errors: ({ error, description }) => json(200, { ok: false, error: errorOf(error, description) }),
    answer: (tokens, { account, grantType }) => {
      const granted = { ...tokens, token_type: 'user' };
      const app = {
        app_id: 'A0SWITCHBRD',
        team: { id: team.id, name: team.name },
        enterprise: null,
        is_enterprise_install: false,
      };
      if (grantType === 'refresh_token') return { ok: true, ...granted, ...app };
      return { ok: true, ...app, authed_user: { id: account.id, ...granted } };
    },
  });
