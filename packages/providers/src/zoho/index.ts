import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { dataCentres, settings } from './data-centres.ts';
import { explain, isRefusal } from './explain.ts';
import { features } from './features.ts';

export const zoho = defineProvider({
  id: 'zoho',
  title: 'Zoho',
  description: 'Zoho CRM and Zoho Mail, in the data centre of your account.',
  docsUrl: 'https://www.zoho.com/accounts/protocol/oauth.html',
  accountUrl: 'https://accounts.zoho.com/home#sessions/userconnectedapps',
  settings,
  tables: { dataCentre: dataCentres },
  setUp: {
    consoleUrl: 'https://api-console.zoho.com/',
    hints: ['Choose a server-based application, and switch Multi-DC on for every data centre that your people use.'],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://{accounts}/oauth/v2/auth',
      tokenEndpoint: 'https://{accounts}/oauth/v2/token',
      revocationEndpoint: 'https://{accounts}/oauth/v2/token/revoke',
      revocation: { tokenIn: 'query', body: 'empty', clientAuth: 'none' },
      revokes: 'token',
      clientAuth: 'client_secret_post',
      pkce: 'none',
      scopeSeparator: ',',
      authorizationParams: { access_type: 'offline', prompt: 'consent' },
      callback: {
        tellsSetting: { parameter: 'location', setting: 'dataCentre' },
        mustSay: { 'accounts-server': 'https://{accounts}' },
      },
      tokenAnswerMustSay: { '/api_domain': 'https://{api}' },
      use: { in: 'header', name: 'authorization', prefix: 'Zoho-oauthtoken ' },
      tokenTypes: ['Zoho-oauthtoken'],
      identity: {
        endpoint: 'https://{accounts}/oauth/user/info',
        subject: '/ZUID',
        email: '/Email',
        name: '/Display_Name',
      },
      features,
      baseFeatures: ['identity'],
      defaultExpiresIn: 3600,
    }),
  },
  api: {
    baseUrl: 'https://{api}/crm/v8',
    hosts: ['https://{api}', 'https://{mail}'],
    perSecond: 5,
  },
  explain,
  isRefusal,
  actions,
});
