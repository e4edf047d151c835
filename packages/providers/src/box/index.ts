import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

/** @see https://developer.box.com/guides/authentication/oauth2 (read 2026-11-21) */
export const box = defineProvider({
  id: 'box',
  title: 'Box',
  description: 'Files and folders in Box.',
  docsUrl: 'https://developer.box.com/guides/authentication/oauth2',
  accountUrl: 'https://app.box.com/account/security',
  setUp: {
    consoleUrl: 'https://app.box.com/developers/console',
    hints: [
      'Choose a Custom App with user authentication (OAuth 2.0), and tick reading and writing all files and folders.',
      'In a Box enterprise an admin may have to authorise the app before people can connect.',
    ],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://account.box.com/api/oauth2/authorize',
      tokenEndpoint: 'https://api.box.com/oauth2/token',
      revocationEndpoint: 'https://api.box.com/oauth2/revoke',
      revokes: 'grant',
      clientAuth: 'client_secret_post',
      pkce: 'none',
      refreshRotates: true,
      identity: {
        endpoint: 'https://api.box.com/2.0/users/me',
        subject: '/id',
        email: '/login',
        name: '/name',
        picture: '/avatar_url',
      },
      life: { idleDays: 60, reason: 'Box ends access that was not used for 60 days.' },
      features,
      baseFeatures: [],
      defaultExpiresIn: 3600,
    }),
  },
  api: {
    baseUrl: 'https://api.box.com/2.0',
    hosts: ['https://api.box.com', 'https://upload.box.com'],
    fileHosts: ['https://{cluster}.boxcloud.com'],
    // 1,000 calls a minute and person.
    perSecond: 16,
  },
  explain,
  actions,
});
