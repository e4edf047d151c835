import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

/** Endpoints as in Doist's own client, todoist-sdk-typescript `src/authentication.ts` (2026-11-21). */
export const todoist = defineProvider({
  id: 'todoist',
  title: 'Todoist',
  description: 'Tasks, projects and comments of your Todoist.',
  docsUrl: 'https://developer.todoist.com/api/v1/#tag/Authorization',
  accountUrl: 'https://app.todoist.com/app/settings/integrations',
  setUp: {
    consoleUrl: 'https://app.todoist.com/app/settings/integrations/app-management',
    hints: ['The redirect address of the app is one and the same for everyone who connects.'],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://todoist.com/oauth/authorize',
      tokenEndpoint: 'https://todoist.com/oauth/access_token',
      revocationEndpoint: 'https://api.todoist.com/api/v1/revoke',
      revocation: { body: 'json', clientAuth: 'client_secret_basic' },
      revokeToken: 'access_token',
      revokes: 'grant',
      clientAuth: 'client_secret_post',
      pkce: 'none',
      scopeSeparator: ',',
      // Apps made before 2026 get access that does not run out and no refresh token; the answer says which it is.
      refreshRotates: true,
      identity: {
        endpoint: 'https://api.todoist.com/api/v1/user',
        subject: '/id',
        email: '/email',
        name: '/full_name',
        picture: '/avatar_medium',
      },
      features,
      baseFeatures: ['identity'],
    }),
  },
  api: {
    baseUrl: 'https://api.todoist.com/api/v1',
    hosts: ['https://api.todoist.com'],
  },
  explain,
  actions,
});
