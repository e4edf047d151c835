import { expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { ask, client, consent, grant, startShops, token } from './testing.ts';

const shopQuery = { query: '{ shop { id name } }' };
const refresh = (refresh_token: string) => ({ grant_type: 'refresh_token', refresh_token });

test('the callback is signed with the client secret and names the shop and the time', async () => {
  await using sandbox = await startShops();

  const { searchParams: back } = await consent(sandbox, 'read_orders');

  const text = [...back]
    .filter(([name]) => name !== 'hmac')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  expect(back.get('hmac')).toBe(createHmac('sha256', client.clientSecret).update(text).digest('hex'));
  expect(back.get('shop')).toBe('fernhill-studio.myshopify.com');
  expect(Math.abs(Number(back.get('timestamp')) * 1000 - Date.now())).toBeLessThan(60_000);
});

test('the scopes answered leave out the reading that writing contains', async () => {
  await using sandbox = await startShops();

  const { body } = await grant(sandbox, 'read_orders,write_orders,read_products');

  expect(body.scope).toBe('write_orders,read_products');
  expect(body.token_type).toBeUndefined();
});

test('only who asks for expiring tokens is given a refresh token', async () => {
  await using sandbox = await startShops();
  const code = (await consent(sandbox, 'read_orders')).searchParams.get('code')!;
  const redirect_uri = client.redirectUris[0]!;

  const { body } = await token(sandbox, { grant_type: 'authorization_code', code, redirect_uri });

  expect(body.refresh_token).toBeUndefined();
});

test('a spent refresh token may be retried until its successor is used', async () => {
  await using sandbox = await startShops();
  const { body: first } = await grant(sandbox, 'read_orders');
  const { body: lost } = await token(sandbox, refresh(first.refresh_token!));

  const retried = await token(sandbox, refresh(first.refresh_token!));
  const used = await token(sandbox, refresh(retried.body.refresh_token!));
  const late = await token(sandbox, refresh(first.refresh_token!));

  expect([retried.status, used.status, late.status]).toEqual([200, 200, 400]);
  expect(late.body.error).toBe('invalid_grant');
  expect(retried.body.refresh_token).not.toBe(lost.refresh_token);
});

test('a refresh token ends after 90 days', async () => {
  let now = Date.now();
  await using sandbox = await startShops({ clock: () => now });
  const { body } = await grant(sandbox, 'read_orders');

  now += 91 * 86_400_000;

  expect((await token(sandbox, refresh(body.refresh_token!))).body.error).toBe('invalid_grant');
});

test('a code of one shop is nothing at another, and so is a token', async () => {
  await using sandbox = await startShops();
  const code = (await consent(sandbox, 'read_orders')).searchParams.get('code')!;
  const exchange = { grant_type: 'authorization_code', code, redirect_uri: client.redirectUris[0]! };
  const { body } = await grant(sandbox, 'read_orders');

  expect((await token(sandbox, exchange, 'weld-prints')).body.error).toBe('invalid_grant');
  expect((await ask(sandbox, body.access_token!, shopQuery, { shop: 'weld-prints' })).status).toBe(401);
  expect((await ask(sandbox, body.access_token!, shopQuery)).body.data.shop.id).toBe('gid://shopify/Shop/1001');
});

test('an access token ends after an hour with 401', async () => {
  let now = Date.now();
  await using sandbox = await startShops({ clock: () => now });
  const { body } = await grant(sandbox, 'read_orders');

  now += 3_601_000;

  expect(await ask(sandbox, body.access_token!, shopQuery)).toMatchObject({
    status: 401,
    body: { errors: expect.stringContaining('Invalid API key or access token') },
  });
});

test('a form instead of JSON, and an unknown member, are refused', async () => {
  await using sandbox = await startShops();
  const address = `${sandbox.originMap['https://weld-prints.myshopify.com']}/admin/oauth/access_token`;

  const form = await fetch(address, { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token' }) });

  expect(form.status).toBe(400);
  expect((await token(sandbox, { ...refresh('x'), more: '1' })).body.error).toBe('invalid_request');
});
