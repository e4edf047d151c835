import { json } from '../kit/exchange.ts';
import { createAuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts } from './accounts.ts';

const scopes = {
  repo: 'Full control of private repositories',
  public_repo: 'Access public repositories',
  notifications: 'Access notifications',
  user: 'Update all user data',
  'read:user': 'Read all user profile data',
  'user:email': 'Access user email addresses (read-only)',
  'read:org': 'Read org and team membership, read org projects',
  gist: 'Create gists',
  workflow: 'Update GitHub Action workflows',
};

/** Scopes that a wider one contains; the answer leaves them out. @see https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps (2026-11-21) */
const contained: Readonly<Record<string, readonly string[]>> = {
  repo: ['public_repo'],
  user: ['read:user', 'user:email'],
};

const errors: Readonly<Record<string, string>> = {
  invalid_client: 'incorrect_client_credentials',
  invalid_grant: 'bad_verification_code',
};

/** GitHub's: tokens that do not run out and cannot be renewed, scopes joined by commas, refusals with status 200. */
export const createGithubOAuth = (kit: SandboxKit) =>
  createAuthorizationServer(kit, {
    provider: 'github',
    title: 'GitHub',
    accounts,
    scopes,
    scopesImplied: contained,
    defaultScopes: [],
    pkce: 'accepted',
    clientAuth: ['post', 'basic'],
    tokenBody: ['form', 'json'],
    offline: 'never',
    codeSeconds: 600,
    rotation: 'none',
    revokes: 'account',
    answer(tokens, { scopes: granted, request }) {
      const plain = granted.filter((scope) => !granted.some((other) => contained[other]?.includes(scope)));
      if (!/\bjson\b/.test(request.headers.accept ?? ''))
        throw new Error('The form answer of GitHub is not served here.');
      return { ...tokens, scope: plain.join(',') };
    },
    errors: ({ error, description }) =>
      json(200, {
        error: errors[error] ?? error,
        error_description: description,
        error_uri:
          'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
      }),
    spell: {
      access: (secret) => `gho_${secret.replaceAll(/[^\dA-Za-z]/g, '')}`,
      code: (secret) => secret.slice(0, 20),
    },
  });
export type GithubOAuth = ReturnType<typeof createGithubOAuth>;
