import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

const version = { 'notion-version': '2025-09-03' };

export const notion = defineProvider({
  id: 'notion',
  title: 'Notion',
  description: 'Pages, databases and comments of your Notion workspace.',
  docsUrl: 'https://developers.notion.com/docs/authorization',
  accountUrl: 'https://www.notion.so/my-integrations',
  setUp: {
    consoleUrl: 'https://www.notion.so/my-integrations',
    hints: [
      'The integration must be public: an internal one has no sign-in.',
      'What it may read and change is set in its capabilities, and people choose its pages when they connect.',
    ],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://api.notion.com/v1/oauth/authorize',
      authorizationParams: { owner: 'user' },
      tokenEndpoint: 'https://api.notion.com/v1/oauth/token',
      tokenBody: 'json',
      tokenHeaders: version,
      clientAuth: 'client_secret_basic',
      revocationEndpoint: 'https://api.notion.com/v1/oauth/revoke',
      revocation: { body: 'json' },
      revokeToken: 'access_token',
      // Since 2026-06-08 each consent makes tokens of its own.
      revokes: 'token',
      pkce: 'none',
      // Access tokens do not run out by time; a refresh spends the refresh token all the same.
      refreshRotates: true,
      identity: {
        endpoint: 'https://api.notion.com/v1/users/me',
        headers: version,
        subject: '/id',
        email: '/bot/owner/user/person/email',
        name: '/bot/owner/user/name',
        picture: '/bot/owner/user/avatar_url',
      },
      features,
      baseFeatures: ['identity'],
    }),
  },
  api: {
    baseUrl: 'https://api.notion.com',
    hosts: ['https://api.notion.com'],
    headers: version,
    // An average of three calls a second and connection; more is answered 429 with Retry-After.
    perSecond: 3,
  },
  explain,
  actions,
});
