import { expect, test } from '@jest/globals';
import { settings } from './settings.ts';

test.each(['fernhill-studio', 'Fernhill-Studio.myshopify.com', ' https://fernhill-studio.myshopify.com/ '])(
  '%s names the shop',
  (shop) => {
    expect(settings.parse({ shop })).toEqual({ shop: 'fernhill-studio' });
  },
);

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
])('O-6 %s names no shop', (shop) => {
  expect(settings.safeParse({ shop }).success).toBe(false);
});
