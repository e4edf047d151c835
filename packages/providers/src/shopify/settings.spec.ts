import { expect, test } from '@jest/globals';
import { settings } from './settings.ts';

test.each([
  'fernhill-studio',
  'Fernhill-Studio.myshopify.com',
  ' https://fernhill-studio.myshopify.com/ ',
  'https://fernhill-studio.myshopify.com/admin',
  'https://fernhill-studio.myshopify.com/admin/products?selectedView=all#top',
  'https://admin.shopify.com/store/fernhill-studio',
  'admin.shopify.com/store/fernhill-studio/orders/450789469?tab=open',
])('%s names the shop', (shop) => {
  expect(settings.parse({ shop })).toEqual({ shop: 'fernhill-studio' });
});

test.each([
  '',
  '-a',
  'a-',
  'a.b',
  'evil.example/',
  'a/b',
  'a@b',
  'a#',
  'a?x',
  'ä',
  'a'.repeat(64),
  'x.myshopify.com.evil',
  'https://x.myshopify.com.evil/admin',
  'https://x.myshopify.com:8443/admin',
  'https://evil@x.myshopify.com/admin',
  'http://x.myshopify.com/admin',
  'https://evil.example/x.myshopify.com',
  'https://admin.shopify.com/store/',
  'https://admin.shopify.com/store/a.b',
  'https://admin.shopify.com/store/a@evil',
  'https://admin.shopify.com/store/%2e%2e',
  'https://admin.shopify.com.evil/store/x',
  'https://evil.example/?https://admin.shopify.com/store/x',
])('O-6 %s names no shop', (shop) => {
  expect(settings.safeParse({ shop }).success).toBe(false);
});
