import { json, redirect, type OriginHandler } from '../kit/exchange.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { answerQuery, endpoint } from './api.ts';
import type { Shop } from './model.ts';
import { createShopifyOAuth } from './oauth.ts';
import { shopPage } from './page.ts';
import { seedShop } from './seed.ts';
import { originOf, shops, titleOf, type ShopAccount } from './shops.ts';

/** Shopify: three shops, each at its own origin; a shop that is not one of them is nowhere. */
export const createShopify: WorldFactory = (kit): World => {
  const oauth = createShopifyOAuth(kit);
  const shopOf = (account: ShopAccount): Shop =>
    kit.store.part(`shopify.${account.shop}`, () => seedShop(account, kit.clock()));
  const accountBy = (id: string): ShopAccount | undefined => shops.find((shop) => shop.id === id || shop.shop === id);

  const serve =
    (account: ShopAccount): OriginHandler =>
    (request) => {
      const paths = { authorize: '/admin/oauth/authorize', token: '/admin/oauth/access_token' };
      const signedIn = oauth.serve(request, paths);
      if (signedIn) return signedIn;
      if (request.path === endpoint) return answerQuery({ kit, oauth, shopOf }, account, request);
      return json(404, { errors: 'Not Found' });
    };

  return {
    provider: 'shopify',
    title: 'Shopify',
    origins: {
      ...Object.fromEntries(shops.map((account) => [originOf(account), serve(account)])),
      'https://admin.shopify.com': ({ path }) => {
        const account = accountBy(/^\/store\/([\w-]+)/.exec(path)?.[1] ?? '');
        return redirect(`/?provider=shopify${account ? `&account=${account.id}` : ''}`);
      },
    },
    errorBody: (_status, reason) => ({ errors: reason ?? 'Something went wrong.' }),
    accounts: () => shops.map((account) => ({ id: account.id, title: titleOf(account), subtitle: account.email })),
    apps: (id) => oauth.apps(id),
    keys: () =>
      shops.map((account) => ({ method: 'oauth', title: titleOf(account), settings: { shop: account.shop } })),
    stateOf: (id) => {
      const account = accountBy(id);
      return account && shopOf(account);
    },
    pageOf: (id) => shopPage(shopOf(accountBy(id)!)),
    expireTokens: (account) => Promise.resolve(oauth.expireTokens(account)),
    revokeGrants: (account) => Promise.resolve(oauth.revokeGrants(account)),
    reset: () => {
      for (const { shop } of shops) kit.store.forget(`shopify.${shop}`);
    },
  };
};
