import { defineProvider, fragmentToken, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features, keyFeatures } from './features.ts';

const me = { endpoint: 'https://api.trello.com/1/members/me', subject: '/id', name: '/fullName', email: '/email' };

/**
 * Trello by Atlassian's OAuth 2.0, or by the older key and token.
 * @see https://developer.atlassian.com/cloud/trello/guides/rest-api/oauth-2-getting-started (read 2026-11-21)
 */
export const trello = defineProvider({
  id: 'trello',
  title: 'Trello',
  description: 'Boards, lists and cards in Trello.',
  docsUrl: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/oauth-2-getting-started',
  accountUrl: 'https://id.atlassian.com/manage-profile/apps',
  setUp: {
    consoleUrl: 'https://developer.atlassian.com/console/myapps/',
    hints: [
      "For the older key and token, make a Power-Up at https://trello.com/power-ups/admin and add the hub's address to its allowed origins.",
    ],
  },
  auth: {
    oauth: oauth2({
      title: 'Sign in with Atlassian',
      authorizationEndpoint: 'https://auth.atlassian.com/authorize',
      authorizationParams: { prompt: 'consent' },
      tokenEndpoint: 'https://auth.atlassian.com/oauth/token',
      tokenBody: 'json',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      refreshRotates: true,
      revokes: 'grant',
      revokeByHand: 'Trello ends access when the app is removed: in your Atlassian account under Connected apps.',
      identity: me,
      life: { refreshTokenDays: 90, reason: 'Trello ends access that was not used for 90 days.' },
      features,
      baseFeatures: ['identity'],
      defaultExpiresIn: 3600,
    }),
    key: fragmentToken({
      title: 'Key and token',
      note: 'The older way. The access does not run out; take it back here or in your Trello settings.',
      authorizationEndpoint: 'https://trello.com/1/authorize',
      authorizationParams: {
        response_type: 'token',
        callback_method: 'fragment',
        expiration: 'never',
        name: 'Switchboard',
        key: '{clientId}',
        scope: '{scope}',
        return_url: '{redirectUri}',
      },
      scopeSeparator: ',',
      revocationEndpoint: 'https://api.trello.com/1/tokens/{token}?key={clientId}&token={token}',
      revocation: { method: 'DELETE', tokenIn: 'path', body: 'empty', clientAuth: 'none' },
      use: {
        in: 'header',
        name: 'Authorization',
        prefix: 'OAuth oauth_consumer_key="{clientId}", oauth_token="',
        suffix: '"',
      },
      identity: me,
      features: keyFeatures,
      baseFeatures: ['boards.read'],
    }),
  },
  api: {
    baseUrl: 'https://api.trello.com/1',
    hosts: ['https://api.trello.com'],
    // 100 calls in 10 seconds and token.
    perSecond: 10,
  },
  explain,
  actions,
});
