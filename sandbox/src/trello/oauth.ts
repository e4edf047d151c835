import { createAuthorizationServer, type AuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts, type Member } from './people.ts';

/** Trello's tokens of the older kind begin so. */
export const oldPrefix = 'ATTA';

/** Atlassian's server for Trello: PKCE is required, refresh tokens work once and live 90 days. */
export const createAtlassian = (kit: SandboxKit): AuthorizationServer<Member> =>
  createAuthorizationServer(kit, {
    provider: 'trello',
    title: 'Trello',
    accounts,
    scopes: {
      'read:board:trello': 'Read cards, lists and comments in boards',
      'write:board:trello': 'Create and update cards, lists and comments in boards',
      'read:member:trello': 'Read your mail address, name and memberships',
      offline_access: 'Stay connected while you are away',
    },
    fixedScopes: ['offline_access'],
    pkce: 'required',
    clientAuth: ['post'],
    tokenBody: ['json'],
    requires: { prompt: 'consent' },
    offline: { scope: 'offline_access' },
    codeSeconds: 300,
    accessSeconds: 3600,
    refreshSeconds: 90 * 86_400,
    rotation: 'single-use',
    spell: { access: (secret) => `ATOA${secret}` },
  });

/** The older way: wide scopes, tokens that do not run out. */
export const createKeyServer = (kit: SandboxKit): AuthorizationServer<Member> =>
  createAuthorizationServer(kit, {
    provider: 'trello',
    title: 'Trello',
    accounts,
    scopes: {
      read: 'Read all of your boards and workspaces',
      write: 'Create and update cards, lists and boards',
      account: 'Read your mail address',
    },
    separator: ',',
    pkce: 'ignored',
    clientAuth: ['post'],
    tokenBody: ['json'],
    offline: 'never',
    codeSeconds: 60,
    rotation: 'none',
    spell: { access: (secret) => `${oldPrefix}${secret}` },
  });
