import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

export const github = defineProvider({
  id: 'github',
  title: 'GitHub',
  description: 'Repositories, issues, pull requests and notifications.',
  docsUrl: 'https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  accountUrl: 'https://github.com/settings/applications',
  setUp: {
    consoleUrl: 'https://github.com/settings/developers',
    hints: [
      'Choose OAuth Apps, not GitHub Apps.',
      'An organisation may want its owner to approve the app before its repositories are seen.',
    ],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://github.com/login/oauth/authorize',
      tokenEndpoint: 'https://github.com/login/oauth/access_token',
      // Without it the answer is a form.
      tokenHeaders: { accept: 'application/json' },
      revocationEndpoint: 'https://api.github.com/applications/{clientId}/grant',
      revocation: { method: 'DELETE', tokenName: 'access_token', body: 'json', clientAuth: 'client_secret_basic' },
      revokeToken: 'access_token',
      // The whole authorization of the app by this person goes, with every token of it.
      revokes: 'project',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      neverExpires: true,
      // https://docs.github.com/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation, read on 2026-11-21.
      life: { idleDays: 365, reason: 'GitHub ends access that was not used for a year.' },
      identity: {
        endpoint: 'https://api.github.com/user',
        subject: '/id',
        email: '/email',
        name: '/name',
        picture: '/avatar_url',
      },
      features,
      baseFeatures: ['identity'],
    }),
  },
  api: {
    baseUrl: 'https://api.github.com',
    hosts: ['https://api.github.com'],
    headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
    // 5,000 an hour and person, and 900 points a minute where a read is one and a write five.
    perSecond: 10,
  },
  explain,
  actions,
});
