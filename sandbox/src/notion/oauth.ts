import { createAuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts, workspace } from './accounts.ts';
import { person } from './render.ts';

/** Notion's: no scopes, JSON and Basic, access that does not run out, and a refresh token that each use spends. */
export const createNotionOAuth = (kit: SandboxKit) =>
  createAuthorizationServer(kit, {
    provider: 'notion',
    title: 'Notion',
    accounts,
    scopes: {},
    pkce: 'ignored',
    clientAuth: ['basic'],
    tokenBody: ['json'],
    requires: { owner: 'user' },
    offline: 'always',
    codeSeconds: 600,
    rotation: 'single-use',
    revokes: 'grant',
    unknownRevocation: 400,
    answer: ({ access_token, token_type, refresh_token }, { account }) => ({
      access_token,
      token_type,
      refresh_token,
      bot_id: account.botId,
      workspace_icon: null,
      workspace_name: workspace.name,
      workspace_id: workspace.id,
      owner: { type: 'user', user: person(account) },
      duplicated_template_id: null,
      request_id: 'a0000000-0000-4000-8000-000000000001',
    }),
    spell: {
      access: (secret) => `ntn_${secret}`,
      refresh: (secret) => `nrt_${secret}`,
      code: (secret) => `03${secret}`,
    },
  });
export type NotionOAuth = ReturnType<typeof createNotionOAuth>;
