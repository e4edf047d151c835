import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { client, Fixture, scope } from '../../fixture.ts';
import { answerConsent } from '../../index.ts';

const identity = ['openid', 'email', 'profile'];
const redirect_uri = client.redirectUris[0]!;

test('a person consents and the code gives tokens with the full names of the scopes', async () => {
  await using fixture = await Fixture.start();

  const tokens = await fixture.grant([...identity, 'calendar.events'], {}, { nonce: 'n-1' });

  expect(tokens.scope.split(' ').sort()).toEqual(
    ['openid', scope('userinfo.email'), scope('userinfo.profile'), scope('calendar.events')].sort(),
  );
  expect(tokens.access_token).toMatch(/^ya29\./);
  expect(tokens.refresh_token).toMatch(/^1\/\/0/);
  expect(tokens.expires_in).toBeGreaterThan(3500);
  const jwks = await fixture.call('', 'GET', 'https://www.googleapis.com/oauth2/v3/certs');
  const { payload, protectedHeader } = await jwtVerify(tokens.id_token!, createLocalJWKSet(jwks.body), {
    issuer: 'https://accounts.google.com',
    audience: client.clientId,
  });
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload).toMatchObject({
    nonce: 'n-1',
    email: 'ada.marsh.demo@gmail.com',
    email_verified: true,
    name: 'Ada Marsh',
  });
});

test('an unticked box is missing from the answer and the API refuses what it would allow', async () => {
  await using fixture = await Fixture.start();

  const tokens = await fixture.grant(['openid', 'calendar.events', 'gmail.send'], {
    untick: [scope('calendar.events')],
  });

  expect(tokens.scope).not.toContain('calendar.events');
  const answer = await fixture.call(
    tokens.access_token,
    'GET',
    'https://www.googleapis.com/calendar/v3/calendars/primary/events',
  );
  expect(answer.status).toBe(403);
  expect(answer.body.error.errors[0].reason).toBe('insufficientPermissions');
});

test('a denied consent goes back with access_denied, state and issuer', async () => {
  await using fixture = await Fixture.start();

  const back = await answerConsent(fixture.authorizationUrl({ scope: 'openid' }), { deny: true });

  expect(Object.fromEntries(back.searchParams)).toEqual({
    error: 'access_denied',
    state: 'st',
    iss: 'https://accounts.google.com',
  });
});

test('a redirect address that is not registered to the letter is shown to the person and never followed', async () => {
  await using fixture = await Fixture.start();

  const wrong = fixture.authorizationUrl({ scope: 'openid', redirect_uri: `${redirect_uri}/` });

  await expect(answerConsent(wrong)).rejects.toThrow(/400.*redirect_uri_mismatch/);
});

test('a code works once, and only with its own verifier, redirect address and client secret', async () => {
  await using fixture = await Fixture.start();
  const verifier = 'v'.repeat(43);
  const code_challenge = createHash('sha256').update(verifier).digest('base64url');
  const back = await answerConsent(
    fixture.authorizationUrl({ scope: 'openid', code_challenge, code_challenge_method: 'S256' }),
  );
  const exchange = {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code')!,
    redirect_uri,
    code_verifier: verifier,
  };

  expect(await fixture.token({ ...exchange, client_secret: 'wrong' })).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' },
  });
  expect(await fixture.token({ ...exchange, redirect_uri: 'http://localhost:3000/other' })).toMatchObject({
    status: 400,
    body: { error: 'redirect_uri_mismatch' },
  });
  expect(await fixture.token({ ...exchange, code_verifier: 'x'.repeat(43) })).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant' },
  });
  expect((await fixture.token(exchange)).status).toBe(200);
  expect(await fixture.token(exchange)).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Malformed auth code.' },
  });
});

test('a refresh keeps the refresh token, and a revocation ends every grant of the account', async () => {
  await using fixture = await Fixture.start();
  const first = await fixture.grant(['openid', 'gmail.send']);
  const second = await fixture.grant(['openid', 'calendar.events']);
  const refresh = (token: string) => fixture.token({ grant_type: 'refresh_token', refresh_token: token });

  const renewed = await refresh(first.refresh_token!);
  expect(renewed.status).toBe(200);
  expect(renewed.body.refresh_token).toBeUndefined();

  await fixture.call('', 'POST', 'https://oauth2.googleapis.com/revoke', `token=${second.refresh_token}`, {
    'content-type': 'application/x-www-form-urlencoded',
  });

  expect(await refresh(first.refresh_token!)).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
  });
  expect(
    (await fixture.call(first.access_token, 'GET', 'https://openidconnect.googleapis.com/v1/userinfo')).status,
  ).toBe(401);
});

test('without prompt=consent a second consent gives no refresh token, and online access never does', async () => {
  await using fixture = await Fixture.start();
  const first = await fixture.grant(['openid'], {}, { prompt: 'select_account' });

  const again = await fixture.grant(['openid'], {}, { prompt: 'select_account' });
  const online = await fixture.grant(['openid'], {}, { access_type: 'online' });

  expect(first.refresh_token).toBeDefined();
  expect(again.refresh_token).toBeUndefined();
  expect(online.refresh_token).toBeUndefined();
});

test('a step-up with include_granted_scopes answers the union', async () => {
  await using fixture = await Fixture.start();
  await fixture.grant(['openid', 'gmail.send']);

  const stepped = await fixture.grant(['openid', 'calendar.events'], {}, { include_granted_scopes: 'true' });

  expect(stepped.scope).toContain(scope('gmail.send'));
  expect(stepped.scope).toContain(scope('calendar.events'));
});

test('the client secret is taken by HTTP Basic too', async () => {
  await using fixture = await Fixture.start();
  const { refresh_token } = await fixture.grant(['openid']);

  const answer = await fetch(fixture.local('https://oauth2.googleapis.com/token'), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refresh_token! }),
  });

  expect(answer.status).toBe(200);
});

test('the second account has its own subject, and a login hint skips the choice', async () => {
  await using fixture = await Fixture.start();
  const account = 'jonas.weld.demo@gmail.com';

  const { access_token } = await fixture.grant(identity, { account });
  const hinted = await fixture.grant(identity, {}, { login_hint: account });

  const seen = await fixture.call(access_token, 'GET', 'https://openidconnect.googleapis.com/v1/userinfo');
  expect(seen.body).toMatchObject({ sub: '117305528864019937462', email: account, name: 'Jonas Weld' });
  const also = await fixture.call(hinted.access_token, 'GET', 'https://www.googleapis.com/oauth2/v2/userinfo');
  expect(also.body).toMatchObject({ id: '117305528864019937462', verified_email: true });
});

test('expired access tokens answer 401 while the refresh token still works', async () => {
  await using fixture = await Fixture.start();
  const tokens = await fixture.grant(['openid']);

  await fixture.control('POST', '/tokens/expire', {});

  expect(
    (await fixture.call(tokens.access_token, 'GET', 'https://openidconnect.googleapis.com/v1/userinfo')).status,
  ).toBe(401);
  expect((await fixture.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token! })).status).toBe(200);
});
