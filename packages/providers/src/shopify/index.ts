import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain, isRefusal } from './explain.ts';
import { features } from './features.ts';
import { settings } from './settings.ts';

const shop = 'https://{shop}.myshopify.com';
const admin = `${shop}/admin/api/2026-10`;

/**
 * One shop on Shopify, by expiring offline tokens and the GraphQL Admin API.
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant (read 2026-11-21)
 */
export const shopify = defineProvider({
  id: 'shopify',
  title: 'Shopify',
  description: 'Orders, products, customers and stock of a Shopify shop.',
  docsUrl: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant',
  accountUrl: 'https://admin.shopify.com/',
  settings,
  setUp: {
    consoleUrl: 'https://dev.shopify.com/dashboard',
    hints: [
      "The scopes of the app's version must hold those of the features here.",
      'Customer data is protected: without approval its fields come back empty.',
    ],
  },
  auth: {
    oauth: oauth2({
      authorizationEndpoint: `${shop}/admin/oauth/authorize`,
      tokenEndpoint: `${shop}/admin/oauth/access_token`,
      tokenParams: { expiring: '1' },
      tokenBody: 'json',
      clientAuth: 'client_secret_post',
      pkce: 'none',
      scopeSeparator: ',',
      callback: {
        mustSay: { shop: '{shop}.myshopify.com' },
        signature: {
          parameter: 'hmac',
          algorithm: 'sha256',
          encoding: 'hex',
          timestamp: { parameter: 'timestamp', toleranceSeconds: 90 },
        },
      },
      refreshRotates: true,
      revokes: 'grant',
      revokeByHand: "Shopify ends access when the app is removed: in the shop's admin under Settings, Apps.",
      use: { in: 'header', name: 'X-Shopify-Access-Token' },
      identity: {
        endpoint: `${admin}/graphql.json`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'query Identity { shop { id name email myshopifyDomain } }' }),
        subject: '/data/shop/id',
        name: '/data/shop/name',
        email: '/data/shop/email',
      },
      life: { refreshTokenDays: 90, reason: 'Shopify ends access that was not used for 90 days.' },
      features,
      baseFeatures: [],
      defaultExpiresIn: 3600,
    }),
  },
  api: { baseUrl: admin, hosts: [shop] },
  explain,
  isRefusal,
  actions,
});
