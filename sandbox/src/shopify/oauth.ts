import { createHmac } from 'node:crypto';
import { createAuthorizationServer, type AuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { originOf, shopAt, shops, type ShopAccount } from './shops.ts';

const things = {
  orders: 'orders',
  draft_orders: 'draft orders',
  merchant_managed_fulfillment_orders: 'what is to be sent',
  products: 'products',
  customers: 'customers',
  inventory: 'stock',
};
const scopes = Object.fromEntries([
  ...Object.entries(things).flatMap(([name, words]) => [
    [`read_${name}`, `See ${words}`],
    [`write_${name}`, `Change ${words}`],
  ]),
  ['read_locations', 'See the places of the shop'],
]) as Record<string, string>;
const implied = Object.fromEntries(Object.keys(things).map((name) => [`write_${name}`, [`read_${name}`]]));

/** Shopify answers the writing scope alone where both were given. */
const compressed = (given: readonly string[]): string =>
  given.filter((scope) => !given.includes(scope.replace(/^read_/, 'write_')) || scope.startsWith('write_')).join(',');

/** The authorization server of all shops: a shop's own origin, signed callbacks, expiring tokens that rotate with grace. */
export const createShopifyOAuth = (kit: SandboxKit): AuthorizationServer<ShopAccount> =>
  createAuthorizationServer(kit, {
    provider: 'shopify',
    title: 'Shopify',
    accounts: shops,
    accountsAt: (origin) => [shopAt(origin)].flatMap((shop) => shop ?? []),
    homeOf: originOf,
    scopes,
    scopesImplied: implied,
    separator: ',',
    pkce: 'ignored',
    clientAuth: ['post'],
    tokenBody: ['json'],
    knows: ['grant_options[]'],
    offline: { tokenParameter: 'expiring', value: '1' },
    codeSeconds: 60,
    accessSeconds: 3600,
    refreshSeconds: 90 * 86_400,
    rotation: 'grace',
    graceSeconds: 30 * 86_400,
    spell: { access: (secret) => `shpat_${secret}`, refresh: (secret) => `shprt_${secret}` },
    answer: ({ access_token, expires_in, refresh_token }, { scopes: given, refreshExpiresIn }) => ({
      access_token,
      scope: compressed(given),
      ...(refresh_token !== undefined && { expires_in, refresh_token, refresh_token_expires_in: refreshExpiresIn }),
    }),
    callback: ({ parameters, clientSecret, request }) => {
      const shop = new URL(request.origin).host;
      const host = Buffer.from(`admin.shopify.com/store/${shop.split('.')[0]}`)
        .toString('base64')
        .replaceAll('=', '');
      const signed = { ...parameters, host, shop, timestamp: String(Math.floor(kit.clock() / 1000)) };
      const text = Object.entries(signed)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => `${name}=${value}`)
        .join('&');
      return { ...signed, hmac: createHmac('sha256', clientSecret).update(text).digest('hex') };
    },
  });
