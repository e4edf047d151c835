import { createAuthorizationServer, type AuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts, type BoxAccount } from './accounts.ts';

/** Codes live 30 seconds, access an hour, refresh tokens 60 days and once. */
export const createBoxOAuth = (kit: SandboxKit): AuthorizationServer<BoxAccount> =>
  createAuthorizationServer(kit, {
    provider: 'box',
    title: 'Box',
    accounts,
    scopes: { root_readonly: 'Read all files and folders', root_readwrite: 'Read and write all files and folders' },
    scopesImplied: { root_readwrite: ['root_readonly'] },
    defaultScopes: ['root_readwrite'],
    answersScope: false,
    pkce: 'ignored',
    clientAuth: ['post'],
    tokenBody: ['form'],
    offline: 'always',
    codeSeconds: 30,
    accessSeconds: 3600,
    refreshSeconds: 60 * 86_400,
    rotation: 'single-use',
    unknownRevocation: 400,
    answer: (tokens) => ({ ...tokens, restricted_to: [] }),
  });
