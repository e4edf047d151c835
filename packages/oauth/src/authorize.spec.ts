import { expect, test } from '@jest/globals';
import type { Egress, EgressRequest } from '@switchboard/egress';
import { authorizationUrl } from './authorize.ts';
import type { OAuthContext, ProviderOAuth } from './declaration.ts';
import { HiddenToken } from './hidden-token.ts';
import { OAuthError, oauthErrors } from './oauth-error.ts';
import { codeChallenge, newFlowSecrets } from './pkce.ts';
import { refreshTokens } from './refresh.ts';

const oauth: ProviderOAuth = {
  authorizationEndpoint: 'https://accounts.acme.test/o/authorize?tenant=1',
  tokenEndpoint: 'https://accounts.acme.test/token',
  revokes: 'grant',
  clientAuth: 'client_secret_post',
  pkce: 'S256',
  authorizationParams: { access_type: 'offline', prompt: 'consent', include_granted_scopes: 'true' },
  identity: { endpoint: 'https://api.acme.test/me', subject: '/id' },
};
const request = { ...newFlowSecrets(), redirectUri: 'http://localhost:3000/cb', scopes: ['a:read', 'b'] };

test('O-1 the S256 challenge is that of RFC 7636 appendix B', () => {
  expect(codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('O-2 state, nonce and verifier are 32 random bytes each and never repeat', () => {
  const all = Array.from({ length: 100 }, newFlowSecrets).flatMap((secrets) => Object.values(secrets));

  expect(new Set(all).size).toBe(300);
  for (const value of all) expect(Buffer.from(value as string, 'base64url')).toHaveLength(32);
});

test('the consent address carries the declared parameters and keeps those of the endpoint', () => {
  const url = authorizationUrl(oauth, { clientId: 'c 1' }, request);

  expect(url.origin + url.pathname).toBe('https://accounts.acme.test/o/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    tenant: '1',
    response_type: 'code',
    client_id: 'c 1',
    redirect_uri: 'http://localhost:3000/cb',
    scope: 'a:read b',
    state: request.state,
    code_challenge: codeChallenge(request.codeVerifier),
    code_challenge_method: 'S256',
    access_type: 'offline',
    prompt: 'consent',
    include_granted_scopes: 'true',
  });
});

test('differences are fields: separator, no PKCE, a nonce for an issuer, a login hint', () => {
  const url = authorizationUrl(
    { ...oauth, scopeSeparator: ',', pkce: 'none', issuer: 'https://accounts.acme.test' },
    { clientId: 'c' },
    { ...request, loginHint: 'ada@acme.test' },
  );

  expect(url.searchParams.get('scope')).toBe('a:read,b');
  expect(url.searchParams.has('code_challenge')).toBe(false);
  expect(url.searchParams.get('nonce')).toBe(request.nonce);
  expect(url.searchParams.get('login_hint')).toBe('ada@acme.test');
});

test('O-1 no declaration can take the code flow, redirect or state away', () => {
  const params = { redirect_uri: 'https://evil.test', state: 'x', code_challenge_method: 'plain', code_challenge: 'y' };

  const url = authorizationUrl({ ...oauth, authorizationParams: params }, { clientId: 'c' }, request);

  expect(url.searchParams.get('redirect_uri')).toBe(request.redirectUri);
  expect(url.searchParams.get('state')).toBe(request.state);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
});

test('O-16 an authorization endpoint is https', () => {
  for (const endpoint of ['http://accounts.acme.test/', 'javascript:alert(1)', 'file:///etc/passwd']) {
    expect(() => authorizationUrl({ ...oauth, authorizationEndpoint: endpoint }, { clientId: 'c' }, request)).toThrow();
  }
});

test('O-17 every error code of RFC 6749 maps to one hub error and one plain sentence', () => {
  const codes = `invalid_request unauthorized_client access_denied unsupported_response_type invalid_scope server_error
    temporarily_unavailable invalid_client invalid_grant unsupported_grant_type`.split(/\s+/);

  for (const code of codes) {
    const error = OAuthError.from(code, `\u001b[31m${'x'.repeat(500)}`);
    expect([error.code, error.hubCode, error.message]).toEqual([code, ...oauthErrors[code as 'access_denied']]);
    expect(error.message).toMatch(/^[A-Z][^<>\n]{10,100}\.$/);
    expect(error.description).toMatch(/^\[31mx{196}$/);
  }
  expect(OAuthError.from('invalid_code', undefined).code).toBe('invalid_grant');
  expect(OAuthError.from('constructor', undefined).code).toBe('unknown_error');
  expect(OAuthError.from({ a: 1 }, ['b'])).toMatchObject({ code: 'unknown_error', description: undefined });
});

test('O-18 clients prove themselves in the declared place and encoding, never in an address', async () => {
  const sent: EgressRequest[] = [];
  const egress: Pick<Egress, 'request'> = {
    request: async (call) => (sent.push(call), Promise.reject(new Error('stop'))),
  };
  const client = { clientId: 'id:1', clientSecret: new HiddenToken('s ü&') };
  const ask = (change: Partial<ProviderOAuth>): Promise<unknown> => {
    const context: OAuthContext = {
      egress,
      providerId: 'acme',
      oauth: { ...oauth, ...change },
      client,
      environment: 'live',
    };
    return refreshTokens(context, new HiddenToken('rt')).catch(() => undefined);
  };

  await ask({});
  await ask({ tokenBody: 'json' });
  await ask({ clientAuth: 'client_secret_basic' });
  await ask({ clientAuth: 'none' });

  const base = 'grant_type=refresh_token&refresh_token=rt';
  expect(sent[0]!.body).toBe(`${base}&client_id=id%3A1&client_secret=s+%C3%BC%26`);
  expect(JSON.parse(sent[1]!.body as string)).toMatchObject({ client_id: 'id:1', client_secret: 's ü&' });
  expect(sent[2]!.body).toBe(base);
  expect(sent[2]!.headers!['authorization']).toBe(`Basic ${Buffer.from('id%3A1:s+%C3%BC%26').toString('base64')}`);
  expect(sent[3]!.body).toBe(`${base}&client_id=id%3A1`);
  expect(sent.map(({ url, idempotent }) => [String(url), idempotent])).toEqual(
    Array(4).fill([oauth.tokenEndpoint, false]),
  );
});
