import { apiKey, defineProvider, oauth2, serviceAccount } from '@switchboard/provider-kit';
import { z } from 'zod';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features, keepFeatures, placesFeatures } from './features.ts';
import { setUp } from './set-up.ts';

const tokenEndpoint = 'https://oauth2.googleapis.com/token';
const identity = {
  endpoint: 'https://openidconnect.googleapis.com/v1/userinfo',
  subject: '/sub',
  email: '/email',
  name: '/name',
  picture: '/picture',
};

export const google = defineProvider({
  id: 'google',
  title: 'Google',
  description: 'Gmail, Calendar, Contacts, Tasks and Drive, Keep in a Workspace, and Places.',
  docsUrl: 'https://developers.google.com/identity/protocols/oauth2/web-server',
  accountUrl: 'https://myaccount.google.com/connections',
  setUp,
  auth: {
    oauth: oauth2({
      title: 'Google account',
      note: 'For every Google account. Choose what the hub may do; more can be added later.',
      authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenEndpoint,
      revocationEndpoint: 'https://oauth2.googleapis.com/revoke',
      revokes: 'project',
      issuer: 'https://accounts.google.com',
      jwksUri: 'https://www.googleapis.com/oauth2/v3/certs',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      authorizationParams: { access_type: 'offline', prompt: 'consent', include_granted_scopes: 'true' },
      identity,
      features,
      baseFeatures: ['identity'],
      defaultExpiresIn: 3600,
      life: {
        idleDays: 180,
        testingDays: 7,
        testingReason: 'The Google Cloud project is in testing, and there Google ends access seven days after consent.',
        reason: 'Google ends access that was not used for six months; a new password also ends access to mail.',
      },
    }),
    keep: serviceAccount({
      title: 'Google Keep in a Workspace',
      note: 'Only for people of a Google Workspace whose admin has set up a service account. A private Google account cannot connect Keep.',
      settings: z.object({
        person: z
          .email()
          .max(254)
          .describe('Your Workspace address')
          .meta({ examples: ['you@your-company.com'] }),
      }),
      tokenEndpoint,
      actsFor: 'person',
      identity,
      features: keepFeatures,
      baseFeatures: ['identity'],
      revokeByHand: "An admin ends this access in the Workspace's console, under API controls, Domain-wide delegation.",
    }),
    places: apiKey({
      title: 'Google Places',
      note: "With a key of your Google Cloud project. It finds places and opens nobody's data; Google bills the project by use.",
      use: { in: 'header', name: 'X-Goog-Api-Key' },
      keyTitle: 'Places API key',
      keyHint: 'In the Google Cloud console under APIs & Services, Credentials. Restrict it to Places API (New).',
      keyPattern: String.raw`^AIza[\w-]{35}$`,
      // Asking for ids alone costs nothing: https://developers.google.com/maps/billing-and-pricing/pricing, read on 2026-11-21.
      identity: {
        endpoint: 'https://places.googleapis.com/v1/places:searchText',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-goog-fieldmask': 'places.id' },
        body: '{"textQuery":"post office","pageSize":1}',
      },
      features: placesFeatures,
      revokeByHand: 'Delete the key in the Google Cloud console, under APIs & Services, Credentials.',
    }),
  },
  api: {
    baseUrl: 'https://www.googleapis.com',
    hosts: [
      'https://www.googleapis.com',
      'https://gmail.googleapis.com',
      'https://people.googleapis.com',
      'https://tasks.googleapis.com',
      'https://keep.googleapis.com',
      'https://places.googleapis.com',
    ],
    // 6,000 quota units a minute and person (Gmail, projects since May 2026); what goes beyond is answered 429 and waited for.
    perSecond: 100,
  },
  explain,
  actions,
});
