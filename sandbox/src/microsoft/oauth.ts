import { json } from '../kit/exchange.ts';
import { createAuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts } from './accounts.ts';

const scopes: Readonly<Record<string, string>> = {
  openid: 'Sign you in',
  profile: 'View your basic profile',
  email: 'View your email address',
  offline_access: 'Maintain access to data you have given it access to',
  'User.Read': 'Read your profile',
  'Calendars.Read': 'Read your calendars',
  'Calendars.ReadWrite': 'Have full access to your calendars',
  'Mail.Read': 'Read your mail',
  'Mail.ReadWrite': 'Read and write access to your mail',
  'Mail.Send': 'Send mail as you',
  'Files.Read': 'Read your files',
  'Files.ReadWrite': 'Have full access to your files',
  'Files.ReadWrite.All': 'Have full access to all files you have access to',
  'Contacts.Read': 'Read your contacts',
  'MailboxSettings.Read': 'Read your mailbox settings',
};

/** Codes of the refusals, as people find them in Microsoft's reference. */
const numbers: Readonly<Record<string, number>> = {
  invalid_grant: 70008,
  invalid_client: 7000215,
  invalid_scope: 70011,
  invalid_request: 900144,
};

/**
 * Microsoft's: all or nothing on its page, a new refresh token beside the old one at each refresh, 90 days without use.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow (read 2026-11-21)
 */
export const createMicrosoftOAuth = (kit: SandboxKit) =>
  createAuthorizationServer(kit, {
    provider: 'microsoft',
    title: 'Microsoft',
    accounts,
    scopes,
    scopesImplied: {
      'Calendars.ReadWrite': ['Calendars.Read'],
      'Mail.ReadWrite': ['Mail.Read'],
      'Files.ReadWrite': ['Files.Read'],
    },
    pkce: 'accepted',
    clientAuth: ['post', 'basic'],
    tokenBody: ['form'],
    knows: ['response_mode', 'prompt', 'login_hint', 'domain_hint'],
    offline: { scope: 'offline_access' },
    codeSeconds: 600,
    accessSeconds: 3900,
    refreshSeconds: 90 * 86_400,
    rotation: 'beside',
    answer: ({ token_type: _type, scope: _scope, ...tokens }, { scopes: granted }) => ({
      token_type: 'Bearer',
      scope: granted.filter((scope) => scope !== 'offline_access').join(' '),
      ext_expires_in: tokens.expires_in!,
      ...tokens,
    }),
    errors: ({ status, error, description, retryAfterSeconds }) => {
      const number = numbers[error] ?? 900000;
      const words = {
        error,
        error_description: `AADSTS${number}: ${description}`,
        error_codes: [number],
        timestamp: new Date(kit.clock())
          .toISOString()
          .replace('T', ' ')
          .replace(/\.\d+Z$/, 'Z'),
      };
      const wait: Record<string, string> =
        retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      return json(status, words, { 'cache-control': 'no-store', ...wait });
    },
  });
export type MicrosoftOAuth = ReturnType<typeof createMicrosoftOAuth>;
