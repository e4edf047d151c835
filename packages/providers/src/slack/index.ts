import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain, isRefusal } from './explain.ts';
import { features } from './features.ts';
import { settings } from './settings.ts';

/** Slack as the person: user tokens only, no bot. @see https://docs.slack.dev/authentication/installing-with-oauth read on 2026-11-21 */
export const slack = defineProvider({
  id: 'slack',
  title: 'Slack',
  description: 'Channels, direct messages and files of a Slack workspace, as yourself.',
  docsUrl: 'https://docs.slack.dev/authentication/installing-with-oauth',
  accountUrl: 'https://slack.com/apps/manage',
  settings,
  setUp: {
    consoleUrl: 'https://api.slack.com/apps',
    hints: [
      'The permissions belong under User Token Scopes: the hub acts as the person, not as a bot.',
      "Outside your own workspace the app must be distributed, and a workspace may want an admin's approval.",
    ],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://slack.com/oauth/v2/authorize',
      tokenEndpoint: 'https://slack.com/api/oauth.v2.access',
      // What a person grants stands beside what a bot would be given; a refresh answers it at the top.
      tokensAt: '/authed_user',
      tokenTypes: ['user'],
      revocationEndpoint: 'https://slack.com/api/auth.revoke',
      revocation: { tokenIn: 'bearer', body: 'empty', clientAuth: 'none' },
      revokeToken: 'access_token',
      // A person has one token for each app and workspace, however often they connect.
      revokes: 'project',
      clientAuth: 'client_secret_basic',
      pkce: 'none',
      scopeParam: 'user_scope',
      scopeSeparator: ',',
      // Only where the app has token rotation; without it access does not run out and nothing is refreshed.
      refreshRotates: true,
      identity: {
        endpoint: 'https://slack.com/api/auth.test',
        subject: '/user_id',
        within: '/team_id',
        name: '/user',
        mustSay: { '/ok': true },
      },
      features,
      baseFeatures: ['identity'],
    }),
  },
  api: {
    baseUrl: 'https://slack.com/api',
    hosts: ['https://slack.com'],
    fileHosts: ['https://files.slack.com'],
  },
  explain,
  isRefusal,
  actions,
});
