import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEgress, type Egress } from '@switchboard/egress';
import { answerConsent, createSandbox, type ConsentChoice, type Sandbox } from '@switchboard/sandbox';
import { authorizationUrl } from './authorize.ts';
import { callbackCode, callbackState } from './callback.ts';
import type { OAuthContext, ProviderOAuth } from './declaration.ts';
import { exchangeCode } from './exchange.ts';
import { HiddenToken } from './hidden-token.ts';
import { IssuerKeys, verifyIdToken } from './id-token.ts';
import { readIdentity } from './identity.ts';
import { newFlowSecrets } from './pkce.ts';
import { refreshTokens } from './refresh.ts';
import { revokeGrant } from './revoke.ts';

const redirectUri = 'http://localhost:3000/callback';
const client = { clientId: 'sandbox-client', clientSecret: new HiddenToken('sandbox-secret') };
const oauth: ProviderOAuth = {
  authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  revocationEndpoint: 'https://oauth2.googleapis.com/revoke',
  revokes: 'project',
  issuer: 'https://accounts.google.com',
  jwksUri: 'https://www.googleapis.com/oauth2/v3/certs',
  clientAuth: 'client_secret_post',
  pkce: 'S256',
  authorizationParams: { access_type: 'offline', prompt: 'consent', include_granted_scopes: 'true' },
  identity: { endpoint: 'https://openidconnect.googleapis.com/v1/userinfo', subject: '/sub', email: '/email' },
};
const calendar = 'https://www.googleapis.com/auth/calendar.events';

let sandbox: Sandbox;
let egress: Egress;
let context: OAuthContext;
const keys = new IssuerKeys();

beforeAll(async () => {
  const { clientId } = client;
  sandbox = await createSandbox({
    clients: [{ provider: 'google', clientId, clientSecret: 'sandbox-secret', redirectUris: [redirectUri] }],
  });
  egress = createEgress({ originMap: sandbox.originMap });
  context = { egress, providerId: 'google', oauth, client, environment: 'sandbox' };
});

afterAll(async () => {
  await egress.close();
  await sandbox.close();
});

async function flow(choice: ConsentChoice = {}) {
  const secrets = newFlowSecrets();
  const url = authorizationUrl(oauth, client, { ...secrets, redirectUri, scopes: ['openid', 'email', calendar] });
  const back = await answerConsent(egress.originMap.rewrite(url).href, choice);
  expect(callbackState(back.searchParams)).toBe(secrets.state);
  return { secrets, code: () => callbackCode(oauth, back.searchParams, oauth.issuer) };
}

test('O-1 O-7 O-13 a server nobody here wrote accepts the flow, gives a verified account and renews its token', async () => {
  const { secrets, code } = await flow();

  const tokens = await exchangeCode(context, { code: code(), redirectUri, codeVerifier: secrets.codeVerifier });
  const claims = await verifyIdToken(context, keys, tokens.idToken!, { nonce: secrets.nonce });
  const identity = await readIdentity(context, tokens.accessToken, claims.sub);
  const fresh = await refreshTokens(context, tokens.refreshToken!);

  expect(tokens.scopes).toEqual(expect.arrayContaining(['openid', calendar]));
  expect(identity.subject).toBe(claims.sub);
  expect(identity.email).toMatch(/@/);
  expect(fresh.refreshToken!.reveal()).toBe(tokens.refreshToken!.reveal());
  expect(fresh.accessToken.reveal()).not.toBe(tokens.accessToken.reveal());
});

test('O-1 O-3 a code with another verifier, and a code used twice, are refused', async () => {
  const first = await flow();
  const wrong = { code: first.code(), redirectUri, codeVerifier: newFlowSecrets().codeVerifier };
  await expect(exchangeCode(context, wrong)).rejects.toMatchObject({ code: 'invalid_grant' });

  const second = await flow();
  const right = { code: second.code(), redirectUri, codeVerifier: second.secrets.codeVerifier };
  await exchangeCode(context, right);
  await expect(exchangeCode(context, right)).rejects.toMatchObject({ code: 'invalid_grant' });
});

test('O-14 a revoked grant is dead at the peer', async () => {
  const { secrets, code } = await flow();
  const tokens = await exchangeCode(context, { code: code(), redirectUri, codeVerifier: secrets.codeVerifier });

  expect(await revokeGrant(context, { refreshToken: tokens.refreshToken! })).toBe('revoked');

  await expect(refreshTokens(context, tokens.refreshToken!)).rejects.toMatchObject({ code: 'invalid_grant' });
  await expect(readIdentity(context, tokens.accessToken)).rejects.toMatchObject({ hubCode: 'reconnect_required' });
  expect(await revokeGrant(context, { refreshToken: tokens.refreshToken! })).toBe('already');
});

test('O-17 a wrong client secret is the operator to fix', async () => {
  const { secrets, code } = await flow();
  const wrong = { ...context, client: { ...client, clientSecret: new HiddenToken('not-the-secret') } };

  await expect(
    exchangeCode(wrong, { code: code(), redirectUri, codeVerifier: secrets.codeVerifier }),
  ).rejects.toMatchObject({ code: 'invalid_client', hubCode: 'provider_misconfigured' });
});
