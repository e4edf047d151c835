import { expect, test } from '@jest/globals';
import { createEgress, EgressError, type Egress } from '@switchboard/egress';
import { EvilPeer, type EvilPeerOptions, type Lie } from '@switchboard/testing';
import { inspect } from 'node:util';
import { authorizationUrl } from './authorize.ts';
import { callbackCode, callbackState } from './callback.ts';
import type { OAuthContext } from './declaration.ts';
import { exchangeCode } from './exchange.ts';
import { HiddenToken } from './hidden-token.ts';
import { IssuerKeys, verifyIdToken } from './id-token.ts';
import { readIdentity } from './identity.ts';
import { OAuthError } from './oauth-error.ts';
import { newFlowSecrets } from './pkce.ts';
import { refreshTokens } from './refresh.ts';
import { revokeGrant } from './revoke.ts';

const redirectUri = 'http://localhost:3000/oauth/callback/peer';

interface World extends AsyncDisposable {
  readonly peer: EvilPeer;
  readonly context: OAuthContext;
  readonly keys: IssuerKeys;
}

async function startWorld(lie?: Lie, options?: EvilPeerOptions, limits: { totalMs?: number } = {}): Promise<World> {
  const peer = await EvilPeer.start(options);
  peer.lie = lie;
  const egress = createEgress({ originMap: peer.originMap });
  const quick: Pick<Egress, 'request'> = {
    request: (request) => egress.request({ ...request, limits: { ...request.limits, ...limits } }),
  };
  const client = { clientId: peer.clientId, clientSecret: new HiddenToken(peer.clientSecret) };
  return {
    peer,
    keys: new IssuerKeys(),
    context: { egress: quick, providerId: 'peer', oauth: peer.oauth, client, environment: 'sandbox' },
    async [Symbol.asyncDispose]() {
      await egress.close();
      await peer[Symbol.asyncDispose]();
    },
  };
}

/** Goes to the consent page as a browser would and gives the query of the way back. */
async function consent({ peer, context }: World, secrets = newFlowSecrets()) {
  const url = authorizationUrl(context.oauth, context.client, { ...secrets, redirectUri, scopes: ['openid', 'email'] });
  const page = await fetch(url.toString().replace('https://peer.test', peer.url), { redirect: 'manual' });
  return { secrets, query: new URL(page.headers.get('location')!).searchParams };
}

async function connect(world: World) {
  const { secrets, query } = await consent(world);
  if (callbackState(query) !== secrets.state) throw new OAuthError('invalid_callback');
  const code = callbackCode(world.context.oauth, query, world.peer.oauth.issuer);
  const tokens = await exchangeCode(world.context, { code, redirectUri, codeVerifier: secrets.codeVerifier });
  const claims = await verifyIdToken(world.context, world.keys, tokens.idToken!, { nonce: secrets.nonce });
  return { tokens, claims, identity: await readIdentity(world.context, tokens.accessToken, claims.sub) };
}

test('O-1 O-2 the whole flow with PKCE S256 and fresh secrets ends in tokens, scopes and an account', async () => {
  await using world = await startWorld();

  const { tokens, claims, identity } = await connect(world);

  const page = world.peer.requests[0]!.fields;
  expect(page).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: redirectUri });
  expect(page['state']).toMatch(/^[\w-]{43}$/);
  expect(page['client_secret']).toBeUndefined();
  expect(tokens).toMatchObject({ expiresIn: 3_600, scopes: ['openid', 'email'] });
  expect(claims.sub).toBe('subject-1');
  expect(identity).toEqual({ subject: 'subject-1', email: 'subject-1@peer.test', name: 'Ada Marsh' });
});

test('V-15 tokens of an answer print as [secret]', async () => {
  await using world = await startWorld();

  const { tokens } = await connect(world);

  expect(inspect(tokens) + JSON.stringify(tokens) + String(tokens.accessToken)).not.toMatch(/canary/);
  expect(tokens.accessToken.reveal()).toMatch(/^canary-at-/);
});

const callbackLies: Record<string, string> = {
  'callback-iss-missing': 'issuer_mismatch',
  'callback-iss-other': 'issuer_mismatch',
  'callback-iss-case': 'issuer_mismatch',
  'callback-iss-slash': 'issuer_mismatch',
  'callback-iss-twice': 'invalid_callback',
  'callback-iss-other-on-error': 'issuer_mismatch',
  'callback-iss-missing-on-error': 'issuer_mismatch',
  'callback-code-twice': 'invalid_callback',
  'callback-code-and-error': 'invalid_callback',
  'callback-nothing': 'invalid_callback',
  'callback-state-other': 'invalid_callback',
  'callback-implicit': 'invalid_callback',
  'callback-denied': 'access_denied',
};

for (const [lie, code] of Object.entries(callbackLies)) {
  test(`O-5 F-08 ${lie} is refused before the code is sent anywhere`, async () => {
    await using world = await startWorld(lie as Lie);

    await expect(connect(world)).rejects.toMatchObject({ code });

    expect(world.peer.requests.map(({ path }) => path)).toEqual(['/authorize']);
  });
}

test('O-5 a flow recorded for another issuer is refused', async () => {
  await using world = await startWorld();
  const { query } = await consent(world);

  expect(() => callbackCode(world.context.oauth, query, 'https://honest.test')).toThrow(OAuthError);
  expect(() => callbackCode(world.context.oauth, query, undefined)).toThrow(OAuthError);
});

test('O-17 a refusal is one plain sentence of ours and at most 200 characters of text of theirs', async () => {
  await using world = await startWorld('callback-denied');

  const error = (await connect(world).catch((error: unknown) => error)) as OAuthError;

  expect(error).toMatchObject({ hubCode: 'consent_denied', message: 'Access was not granted.' });
  expect(error.description).toBe('The person said <b>no</b>.');
});

test('O-12 a refresh keeps the old refresh token where none is answered, and takes the new one where one is', async () => {
  await using keeping = await startWorld();
  await using rotating = await startWorld(undefined, { rotates: true });
  for (const world of [keeping, rotating]) {
    const { tokens } = await connect(world);
    const old = tokens.refreshToken!.reveal();

    const fresh = await refreshTokens(world.context, tokens.refreshToken!);

    expect(fresh.refreshToken!.reveal() === old).toBe(world === keeping);
    expect(fresh.accessToken.reveal()).not.toBe(tokens.accessToken.reveal());
  }
});

test('O-11 a spent or revoked refresh token is invalid_grant', async () => {
  await using world = await startWorld();
  const { tokens } = await connect(world);
  world.peer.revokeAll();

  await expect(refreshTokens(world.context, tokens.refreshToken!)).rejects.toMatchObject({
    code: 'invalid_grant',
    hubCode: 'reconnect_required',
  });
});

test('O-14 revoking ends the grant, a second time it is gone already, and a provider without revocation says so', async () => {
  await using world = await startWorld();
  const { tokens } = await connect(world);

  expect(await revokeGrant(world.context, tokens as never)).toBe('revoked');
  expect(await revokeGrant(world.context, tokens as never)).toBe('already');
  expect(await revokeGrant({ ...world.context, oauth: without(world) }, tokens as never)).toBe('unsupported');
  await expect(refreshTokens(world.context, tokens.refreshToken!)).rejects.toMatchObject({ code: 'invalid_grant' });
});

test('O-19 a client secret goes to its own token endpoint only', async () => {
  await using world = await startWorld();
  await using other = await startWorld();

  await connect(world);
  const moved = { ...world.context, oauth: { ...world.peer.oauth, tokenEndpoint: 'https://elsewhere.test/token' } };
  await expect(refreshTokens(moved, new HiddenToken('canary-rt'))).rejects.toBeInstanceOf(EgressError);

  const asked =
    JSON.stringify(other.peer.requests) + JSON.stringify(world.peer.requests.filter((r) => r.path !== '/token'));
  expect(asked).not.toContain(world.peer.clientSecret);
});

function without({ peer }: World) {
  const { revocationEndpoint: _left, ...rest } = peer.oauth;
  return rest;
}
