import { apiKey, defineProvider } from '@switchboard/provider-kit';
import { explain } from './explain.ts';
import { asPassword, inHeader, inQuery, settings } from './settings.ts';

const check = { endpoint: '{baseUrl}{checkPath}' };
const note = 'For any API that takes a key. Calls go through the hub’s proxy, which puts the key on.';
const keyTitle = 'Key';
const revokeByHand = 'Delete the key where it was made.';

/** Any API that takes a key: nobody declared it, so it is called through the proxy, by the rules for addresses that people type. */
export const rest = defineProvider({
  id: 'rest',
  title: 'Custom REST API',
  description: 'Any API that takes a key, called through the hub’s proxy.',
  docsUrl: 'https://www.rfc-editor.org/rfc/rfc9110',
  settings,
  auth: {
    header: apiKey({
      title: 'Key in a header',
      note,
      keyTitle,
      settings: inHeader,
      use: { in: 'header', name: '{headerName}', prefix: '{prefix}' },
      personAddress: true,
      features: {},
      identity: check,
      revokeByHand,
    }),
    query: apiKey({
      title: 'Key in the address',
      note,
      keyTitle,
      settings: inQuery,
      use: { in: 'query', name: '{parameter}' },
      personAddress: true,
      features: {},
      identity: check,
      revokeByHand,
    }),
    basic: apiKey({
      title: 'User name and password',
      note,
      keyTitle: 'Password or key',
      settings: asPassword,
      use: { in: 'basic', user: '{user}' },
      personAddress: true,
      features: {},
      identity: check,
      revokeByHand,
    }),
  },
  api: { baseUrl: '{baseUrl}', hosts: ['{baseUrl}'] },
  explain,
  actions: [],
});
