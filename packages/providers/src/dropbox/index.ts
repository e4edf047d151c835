import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

/** @see https://www.dropbox.com/developers/documentation/http/documentation read on 2026-11-21 */
export const dropbox = defineProvider({
  id: 'dropbox',
  title: 'Dropbox',
  description: 'Files and folders in Dropbox, and links to them.',
  docsUrl: 'https://www.dropbox.com/developers/documentation/http/documentation',
  accountUrl: 'https://www.dropbox.com/account/connected_apps',
  setUp: {
    consoleUrl: 'https://www.dropbox.com/developers/apps/create',
    hints: [
      'Permissions are ticked in the console first: one that is off there cannot be granted here.',
      'A development app connects a limited number of people until Dropbox has approved it for production.',
    ],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://www.dropbox.com/oauth2/authorize',
      tokenEndpoint: 'https://api.dropboxapi.com/oauth2/token',
      revocationEndpoint: 'https://api.dropboxapi.com/2/auth/token/revoke',
      revocation: { tokenIn: 'bearer', body: 'empty', clientAuth: 'none' },
      revokeToken: 'access_token',
      revokes: 'token',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      authorizationParams: { token_access_type: 'offline' },
      identity: {
        endpoint: 'https://api.dropboxapi.com/2/users/get_current_account',
        method: 'POST',
        subject: '/account_id',
        email: '/email',
        name: '/name/display_name',
        picture: '/profile_photo_url',
      },
      features,
      baseFeatures: ['identity'],
      defaultExpiresIn: 14_400,
    }),
  },
  api: {
    baseUrl: 'https://api.dropboxapi.com/2',
    hosts: ['https://api.dropboxapi.com', 'https://content.dropboxapi.com'],
  },
  explain,
  actions,
});
