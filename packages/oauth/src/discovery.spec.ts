import { expect, test } from '@jest/globals';
import { createEgress, EgressAnswer } from '@switchboard/egress';
import type { CallContext } from './declaration.ts';
import { discoverIssuer } from './discovery.ts';

const issuer = 'https://login.acme.com';
const document = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  userinfo_endpoint: 'https://api.acme.com/me',
};

/** Asks an issuer that answers by path. */
async function discover(answers: Record<string, [number, unknown]>, asked = issuer) {
  const seen: string[] = [];
  const context: CallContext = {
    providerId: 'own',
    environment: 'live',
    personAddresses: true,
    egress: {
      request: ({ url, redirects }) => {
        seen.push(String(url));
        expect(redirects ?? 'none').toBe('none');
        const [status, body] = answers[new URL(url).pathname] ?? [404, ''];
        return Promise.resolve(new EgressAnswer(status, {}, Buffer.from(JSON.stringify(body))));
      },
    },
  };
  const outcome = await discoverIssuer(context, asked).catch((error: unknown) => error);
  return { seen, outcome };
}

test('an issuer is asked where OpenID Connect puts its description, then where RFC 8414 does', async () => {
  const openid = await discover({ '/.well-known/openid-configuration': [200, document] });
  const tenant = { ...document, issuer: `${issuer}/t1`, token_endpoint_auth_methods_supported: ['client_secret_post'] };
  const oauth = await discover({ '/.well-known/oauth-authorization-server/t1': [200, tenant] }, `${issuer}/t1`);

  expect(openid.outcome).toEqual({
    issuer,
    authorizationEndpoint: `${issuer}/authorize`,
    tokenEndpoint: `${issuer}/token`,
    jwksUri: `${issuer}/jwks`,
    identityEndpoint: 'https://api.acme.com/me',
    clientAuth: 'client_secret_basic',
    issParameter: false,
  });
  expect(oauth.outcome).toMatchObject({ issuer: `${issuer}/t1`, clientAuth: 'client_secret_post' });
  expect(oauth.seen).toEqual([
    `${issuer}/t1/.well-known/openid-configuration`,
    `${issuer}/.well-known/oauth-authorization-server/t1`,
  ]);
});

test.each(['https://login.acme.com/', 'https://LOGIN.acme.com', 'https://evil.com', ''])(
  'O-5 a description that names the issuer %j is not that of the one asked',
  async (named) => {
    const { outcome } = await discover({ '/.well-known/openid-configuration': [200, { ...document, issuer: named }] });

    expect(outcome).toMatchObject({ code: 'issuer_mismatch' });
  },
);

const inside = ['http://login.acme.com/x', 'https://127.0.0.1/x', 'https://localhost/x', 'https://[::1]/x'];
const hidden = ['https://2130706433/x', 'https://metadata.google.internal/x', 'https://acme.com:22/x', 'javascript:1'];
const members = ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint', 'jwks_uri', 'userinfo_endpoint'];
test.each(members)('E-4 F-39 an issuer’s %s obeys the rules for addresses of people', async (member) => {
  for (const address of [...inside, ...hidden, 'https://user:pw@acme.com/x', 'not an address']) {
    const { outcome } = await discover({
      '/.well-known/openid-configuration': [200, { ...document, [member]: address }],
    });
    expect({ address, outcome }).toMatchObject({ address, outcome: { kind: 'refused' } });
  }
});

test('E-4 nothing is asked at an address that people may not give', async () => {
  let lookedUp = 0;
  await using egress = createEgress({
    resolve: (_name, done) => {
      lookedUp += 1;
      done(null, [{ address: '10.0.0.1', family: 4 }]);
    },
  });
  const context: CallContext = { egress, providerId: 'own', environment: 'live', personAddresses: true };

  for (const asked of [...inside, 'https://2130706433', 'https://metadata.google.internal', 'https://acme.com:22'])
    await expect(discoverIssuer(context, asked)).rejects.toMatchObject({ kind: 'refused', mayHaveArrived: false });
  expect(lookedUp).toBe(0);
  await expect(discoverIssuer(context, 'https://inside.acme.com')).rejects.toMatchObject({ kind: 'refused' });
  expect(lookedUp).toBe(1);
});

test('E-6 what is no description is refused', async () => {
  const nothing = await discover({});
  const html = await discover({ '/.well-known/openid-configuration': [200, '<html>'] });
  const broken = await discover({ '/.well-known/openid-configuration': [500, document] });
  const half = await discover({ '/.well-known/openid-configuration': [200, { issuer }] });

  for (const { outcome } of [nothing, html, broken, half]) expect(outcome).toMatchObject({ code: 'invalid_answer' });
});
