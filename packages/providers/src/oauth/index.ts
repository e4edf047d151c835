import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { explain } from './explain.ts';
import { settings } from './settings.ts';

/**
 * Any service with OAuth 2.0 or OpenID Connect: nobody declared it, so each person brings its addresses and a client of their
 * own, and calls it through the proxy by the rules for addresses that people type.
 */
export const oauth = defineProvider({
  id: 'oauth',
  title: 'Any OAuth 2.0 service',
  description: 'Any service with OAuth 2.0 or OpenID Connect, called through the hub’s proxy.',
  docsUrl: 'https://www.rfc-editor.org/rfc/rfc6749',
  settings,
  auth: {
    oauth: oauth2({
      title: 'A client of your own',
      note: 'For whoever can register an app at the service. The client id and secret are kept with this account alone.',
      client: 'connection',
      personAddress: true,
      discoversFrom: 'issuer',
      scopesFrom: 'scopes',
      authorizationEndpoint: '{authorizationEndpoint}',
      tokenEndpoint: '{tokenEndpoint}',
      revocationEndpoint: '{revocationEndpoint}',
      issuer: '{issuer}',
      jwksUri: '{jwksUri}',
      clientAuth: 'client_secret_basic',
      pkce: 'S256',
      revokes: 'grant',
      identity: {
        endpoint: '{identityEndpoint}',
        subject: '{identitySubject}',
        name: '{identityName}',
        email: '{identityEmail}',
      },
      features: {},
      baseFeatures: [],
      revokeByHand: 'Take the access back in the account settings of the service.',
    }),
  },
  api: { baseUrl: '{baseUrl}', hosts: ['{baseUrl}'] },
  explain,
  actions: [],
});
