import { expect, test } from '@jest/globals';
import { call, codeFor, exchange, grant, post, startBox } from './testing.ts';

const refresh = (refresh_token: string) => ({ grant_type: 'refresh_token', refresh_token });
const me = 'https://api.box.com/2.0/users/me';

test('a code lives for 30 seconds', async () => {
  let now = Date.now();
  await using sandbox = await startBox({ clock: () => now });
  const [inTime, late] = [await codeFor(sandbox), await codeFor(sandbox)];

  now += 29_000;
  const first = await exchange(sandbox, inTime);
  now += 2_000;
  const second = await exchange(sandbox, late);

  expect(first.status).toBe(200);
  expect(second).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a refresh token works once', async () => {
  await using sandbox = await startBox();
  const { refresh_token: first } = await grant(sandbox);

  const renewed = await post(sandbox, 'token', refresh(first!));
  const reused = await post(sandbox, 'token', refresh(first!));

  expect(renewed.body.refresh_token).not.toBe(first);
  expect(renewed.body.scope).toBeUndefined();
  expect(reused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a refresh token ends after 60 days', async () => {
  let now = Date.now();
  await using sandbox = await startBox({ clock: () => now });
  const { refresh_token } = await grant(sandbox);

  now += 61 * 86_400_000;

  expect((await post(sandbox, 'token', refresh(refresh_token!))).body.error).toBe('invalid_grant');
});

test('a revocation ends access and refresh', async () => {
  await using sandbox = await startBox();
  const { access_token, refresh_token } = await grant(sandbox);

  const revoked = await post(sandbox, 'revoke', { token: refresh_token! });

  expect(revoked.status).toBe(200);
  expect((await call(sandbox, access_token!, 'GET', me)).status).toBe(401);
});

test('an expired token is refused in the words of RFC 6750', async () => {
  let now = Date.now();
  await using sandbox = await startBox({ clock: () => now });
  const { access_token } = await grant(sandbox);

  now += 3_601_000;
  const answer = await call(sandbox, access_token!, 'GET', me);

  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
});

test('who may only read is told which scope is missing', async () => {
  await using sandbox = await startBox();
  const { access_token } = await grant(sandbox, 'root_readonly');

  const answer = await call(sandbox, access_token!, 'DELETE', 'https://api.box.com/2.0/files/7001');

  expect(answer).toMatchObject({ status: 403, body: { code: 'insufficient_scope' } });
});
