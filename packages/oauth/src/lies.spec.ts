import { expect, test } from '@jest/globals';
import { createEgress, EgressError } from '@switchboard/egress';
import { EvilPeer, type Lie } from '@switchboard/testing';
import { authorizationUrl } from './authorize.ts';
import { callbackCode } from './callback.ts';
import type { OAuthContext } from './declaration.ts';
import { exchangeCode } from './exchange.ts';
import { HiddenToken } from './hidden-token.ts';
import { IssuerKeys, verifyIdToken } from './id-token.ts';
import { readIdentity } from './identity.ts';
import { OAuthError } from './oauth-error.ts';
import { newFlowSecrets } from './pkce.ts';
import { refreshTokens } from './refresh.ts';

const redirectUri = 'http://localhost:3000/oauth/callback/peer';

async function startPeer() {
  const peer = await EvilPeer.start();
  const egress = createEgress({ originMap: peer.originMap });
  const context: OAuthContext = {
    egress: { request: (request) => egress.request({ ...request, limits: { ...request.limits, totalMs: 2_000 } }) },
    providerId: 'peer',
    oauth: peer.oauth,
    client: { clientId: peer.clientId, clientSecret: new HiddenToken(peer.clientSecret) },
    environment: 'sandbox',
  };
  const keys = new IssuerKeys();
  return {
    peer,
    context,
    keys,
    async connect() {
      const secrets = newFlowSecrets();
      const url = authorizationUrl(peer.oauth, context.client, { ...secrets, redirectUri, scopes: ['openid'] });
      const page = await fetch(url.toString().replace('https://peer.test', peer.url), { redirect: 'manual' });
      const code = callbackCode(peer.oauth, new URL(page.headers.get('location')!).searchParams, peer.oauth.issuer);
      const tokens = await exchangeCode(context, { code, redirectUri, codeVerifier: secrets.codeVerifier });
      const claims = await verifyIdToken(context, keys, tokens.idToken!, { nonce: secrets.nonce });
      await readIdentity(context, tokens.accessToken, claims.sub);
      return { tokens, claims };
    },
    async [Symbol.asyncDispose]() {
      await egress.close();
      await peer[Symbol.asyncDispose]();
    },
  };
}

const forgeries: Lie[] = [
  'alg-none',
  'alg-hs256-public-key',
  'bad-signature-rs256',
  'bad-signature-es256',
  'iss-wrong',
  'aud-wrong',
  'aud-missing',
  'aud-several-without-azp',
  'azp-other',
  'sub-missing',
  'iat-missing',
  'iat-future',
  'iat-old',
  'exp-past',
  'exp-missing',
  'nonce-wrong',
  'nonce-missing',
  'no-kid-several-keys',
  'key-unknown',
  'unknown-crit',
  'not-a-token',
  'userinfo-other-sub',
  'id-token-absent',
];

for (const lie of forgeries) {
  test(`O-7 F-08 an ID token with ${lie} makes no connection`, async () => {
    await using world = await startPeer();
    world.peer.lie = lie;

    await expect(world.connect()).rejects.toMatchObject({ code: 'invalid_id_token', hubCode: 'provider_rejected' });
  });
}

test('O-7 keys rotated just before signing are fetched anew and accepted', async () => {
  await using world = await startPeer();
  const later = { ...world.context, now: () => new Date(Date.now() + 11_000) };
  await world.connect();
  world.peer.lie = 'key-rotated';

  await expect(world.connect()).rejects.toMatchObject({ code: 'invalid_id_token' });
  Object.assign(world.context, later);
  expect((await world.connect()).claims.sub).toBe('subject-1');
});

for (const lie of ['refresh-other-sub', 'refresh-other-iss', 'refresh-other-aud'] as const) {
  test(`O-7 F-08 a refresh whose ID token has ${lie} is refused`, async () => {
    await using world = await startPeer();
    const { tokens, claims } = await world.connect();
    world.peer.lie = lie;

    const fresh = await refreshTokens(world.context, tokens.refreshToken!);

    await expect(
      verifyIdToken(world.context, world.keys, fresh.idToken!, { subject: claims.sub }),
    ).rejects.toMatchObject({ code: 'invalid_id_token' });
  });
}

const answers: Partial<Record<Lie, object>> = {
  'token-html': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-truncated': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-array': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-empty': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-absent': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-with-newline': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-of-other-type': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-huge': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-redirect': { code: 'invalid_answer', hubCode: 'provider_rejected' },
  'token-error-in-200': { code: 'invalid_grant', hubCode: 'reconnect_required' },
  'token-error-in-500': { kind: 'unavailable', mayHaveArrived: true },
  'token-503': { kind: 'unavailable', retryAfterSeconds: 7 },
  'token-429': { kind: 'limited', retryAfterSeconds: 3, mayHaveArrived: false },
  'token-unknown-error': { code: 'unknown_error', description: 'y'.repeat(200) },
  'token-bad-client': { code: 'invalid_client', hubCode: 'provider_misconfigured' },
  'token-silent': { kind: 'timeout', mayHaveArrived: true },
  'token-slow': { kind: 'timeout', mayHaveArrived: true },
  'token-reset': { kind: 'unavailable', mayHaveArrived: true },
};

for (const [lie, expected] of Object.entries(answers)) {
  test(`O-17 O-11 F-08 the token answer ${lie} is a typed error and is asked for once`, async () => {
    await using world = await startPeer();
    world.peer.lie = lie as Lie;

    const error = await refreshTokens(world.context, new HiddenToken('canary-rt-1')).catch((error: unknown) => error);

    expect(error).toMatchObject(expected);
    expect(error instanceof OAuthError || error instanceof EgressError).toBe(true);
    expect(JSON.stringify(error) + String(error)).not.toContain('canary');
    expect(world.peer.requests).toHaveLength(1);
  });
}

test('O-8 another account at the identity endpoint is refused', async () => {
  await using world = await startPeer();
  const { tokens } = await world.connect();

  await expect(readIdentity(world.context, tokens.accessToken, 'subject-9')).rejects.toBeInstanceOf(OAuthError);
});

test('O-8 an account that is unique only within a team is told with its team, and is none without it', async () => {
  await using world = await startPeer();
  const { tokens, claims } = await world.connect();
  const within = (pointer: string): OAuthContext => ({
    ...world.context,
    oauth: { ...world.context.oauth, identity: { ...world.context.oauth.identity, within: pointer } },
  });

  const { subject } = await readIdentity(within('/name'), tokens.accessToken, claims.sub);

  expect(subject).toBe(`Ada Marsh ${claims.sub}`);
  await expect(readIdentity(within('/team'), tokens.accessToken)).rejects.toMatchObject({ code: 'invalid_answer' });
});
