import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

export const google = defineProvider({
  id: 'google',
  title: 'Google',
  description: 'Gmail, Google Calendar and Google Contacts.',
  docsUrl: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  accountUrl: 'https://myaccount.google.com/connections',
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenEndpoint: 'https://oauth2.googleapis.com/token',
      revocationEndpoint: 'https://oauth2.googleapis.com/revoke',
      revokes: 'project',
      issuer: 'https://accounts.google.com',
      jwksUri: 'https://www.googleapis.com/oauth2/v3/certs',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      authorizationParams: { access_type: 'offline', prompt: 'consent', include_granted_scopes: 'true' },
      identity: {
        endpoint: 'https://openidconnect.googleapis.com/v1/userinfo',
        subject: '/sub',
        email: '/email',
        name: '/name',
        picture: '/picture',
      },
      features,
      baseFeatures: ['identity'],
      defaultExpiresIn: 3600,
    }),
  },
  api: {
    baseUrl: 'https://www.googleapis.com',
    hosts: ['https://www.googleapis.com', 'https://gmail.googleapis.com', 'https://people.googleapis.com'],
    // 6,000 quota units a minute and person (Gmail, projects since May 2026); what goes beyond is answered 429 and waited for.
    perSecond: 100,
  },
  explain,
  actions,
});
