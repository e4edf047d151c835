import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

export const asana = defineProvider({
  id: 'asana',
  title: 'Asana',
  description: 'Tasks and projects of your Asana workspaces.',
  docsUrl: 'https://developers.asana.com/docs/oauth',
  accountUrl: 'https://app.asana.com/0/my-apps',
  setUp: {
    consoleUrl: 'https://app.asana.com/0/my-apps',
    hints: [
      'The app must ask for granular permissions: under OAuth, tick the permissions that the features here name.',
      'Under Manage distribution choose who may install the app; one that is not distributed works in your own workspaces only.',
    ],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://app.asana.com/-/oauth_authorize',
      tokenEndpoint: 'https://app.asana.com/-/oauth_token',
      revocationEndpoint: 'https://app.asana.com/-/oauth_revoke',
      revokes: 'grant',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      identity: {
        endpoint: 'https://app.asana.com/api/1.0/users/me',
        subject: '/data/gid',
        email: '/data/email',
        name: '/data/name',
        picture: '/data/photo/image_128x128',
      },
      features,
      baseFeatures: ['identity'],
      defaultExpiresIn: 3600,
    }),
  },
  api: {
    baseUrl: 'https://app.asana.com/api/1.0',
    hosts: ['https://app.asana.com'],
    // 1,500 calls a minute and token in paid plans; the 150 of the free one are told by 429 with Retry-After.
    perSecond: 25,
  },
  explain,
  actions,
});
