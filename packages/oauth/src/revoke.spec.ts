import { expect, test } from '@jest/globals';
import { EgressAnswer, type EgressRequest } from '@switchboard/egress';
import type { OAuthContext, ProviderOAuth, RevocationForm } from './declaration.ts';
import { HiddenToken } from './hidden-token.ts';
import { revokeGrant } from './revoke.ts';

const at = 'https://api.acme.com/revoke';
const oauth: ProviderOAuth = {
  authorizationEndpoint: 'https://acme.com/authorize',
  tokenEndpoint: 'https://acme.com/token',
  revocationEndpoint: at,
  revokes: 'grant',
  clientAuth: 'client_secret_post',
  pkce: 'S256',
  identity: { endpoint: 'https://api.acme.com/me', subject: '/id' },
};
const tokens = { accessToken: new HiddenToken('at+1'), refreshToken: new HiddenToken('rt+1') };

type Answer = readonly [status: number, body?: unknown];

/** Revokes in a form, the provider answering in turn. @returns what was sent, and how it ended. */
async function revoke(
  form: RevocationForm | undefined,
  answers: Answer[] = [[200, {}]],
  changes: Partial<ProviderOAuth> = {},
) {
  const sent: EgressRequest[] = [];
  const context: OAuthContext = {
    providerId: 'acme',
    environment: 'live',
    oauth: { ...oauth, ...(form && { revocation: form }), ...changes },
    client: { clientId: 'id', clientSecret: new HiddenToken('s') },
    egress: {
      request: (request) => {
        sent.push(request);
        const [status, body] = answers.shift() ?? [500];
        const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
        return Promise.resolve(new EgressAnswer(status, {}, Buffer.from(text)));
      },
    },
  };
  const outcome = await revokeGrant(context, tokens).catch((error: Error) => error);
  return { sent, outcome };
}

test('O-14 without a form of its own a revocation is that of RFC 7009', async () => {
  const { sent, outcome } = await revoke(undefined);

  expect(outcome).toBe('revoked');
  expect(sent[0]).toMatchObject({ method: 'POST', url: at, idempotent: false });
  expect(Object.fromEntries(new URLSearchParams(sent[0]?.body as string))).toEqual({
    token: 'rt+1',
    token_type_hint: 'refresh_token',
    client_id: 'id',
    client_secret: 's',
  });
});

test('O-14 a token goes where the declaration says: body, bearer, query or path', async () => {
  const named = await revoke({
    method: 'DELETE',
    tokenName: 'access_token',
    body: 'json',
    clientAuth: 'client_secret_basic',
  });
  const bearer = await revoke({ tokenIn: 'bearer', body: 'empty', clientAuth: 'none' });
  const query = await revoke({ method: 'GET', tokenIn: 'query', clientAuth: 'none' });
  const path = await revoke({ method: 'DELETE', tokenIn: 'path', body: 'empty' }, [[200, {}]], {
    revocationEndpoint: 'https://api.acme.com/tokens/{token}?key={clientId}&token={token}',
  });

  expect(named.sent[0]).toMatchObject({ method: 'DELETE', body: JSON.stringify({ access_token: 'rt+1' }) });
  expect(named.sent[0]?.headers).toMatchObject({ authorization: `Basic ${Buffer.from('id:s').toString('base64')}` });
  expect(bearer.sent[0]?.headers).toMatchObject({ authorization: 'Bearer rt+1' });
  expect(bearer.sent[0]?.body).toBeUndefined();
  expect(query.sent[0]).toMatchObject({ method: 'GET', url: `${at}?token=rt%2B1` });
  expect(query.sent[0]?.body).toBeUndefined();
  expect(path.sent[0]?.url).toBe('https://api.acme.com/tokens/rt%2B1?key=id&token=rt%2B1');
});

test.each<[string, RevocationForm, Answer, string]>([
  ['a refusal that comes with 200', {}, [200, { ok: false, error: 'token_revoked' }], 'already'],
  ['404 to a deletion', { method: 'DELETE', tokenIn: 'path', body: 'empty' }, [404, 'not found'], 'already'],
  ['401 to a token that speaks for itself', { tokenIn: 'query' }, [401, 'invalid token'], 'already'],
  ['400 invalid_token', {}, [400, { error: 'invalid_token' }], 'already'],
  ['400 invalid_code', {}, [400, { error: 'invalid_code' }], 'already'],
])('O-14 %s means that it has ended already', async (_what, form, answer, outcome) => {
  expect((await revoke(form, [answer])).outcome).toBe(outcome);
});

test.each<[string, RevocationForm, Answer]>([
  ['401 to our client', {}, [401, { error: 'invalid_client' }]],
  ['404 to a form', {}, [404, '']],
  ['500', {}, [500, '']],
  ['429', {}, [429, '']],
  ['another refusal with 200', {}, [200, { ok: false, error: 'fatal_error' }]],
])('O-14 %s is no end: it is tried again', async (_what, form, answer) => {
  expect((await revoke(form, [answer])).outcome).toBeInstanceOf(Error);
});

test('O-14 an access token that is refused proves nothing: a fresh one is asked for and sent', async () => {
  const form = { tokenIn: 'bearer', body: 'empty', clientAuth: 'none' } as const;
  const byAccess = { revokeToken: 'access_token' } as const;
  const fresh: Answer = [200, { access_token: 'at+2', token_type: 'bearer' }];

  const renewed = await revoke(form, [[401, {}], fresh, [200, 'null']], byAccess);
  const dead = await revoke(
    form,
    [
      [401, {}],
      [400, { error: 'invalid_grant' }],
    ],
    byAccess,
  );
  const down = await revoke(
    form,
    [
      [401, {}],
      [503, ''],
    ],
    byAccess,
  );

  expect(renewed.outcome).toBe('revoked');
  expect(renewed.sent.at(-1)?.headers).toMatchObject({ authorization: 'Bearer at+2' });
  expect(dead.outcome).toBe('already');
  expect(down.outcome).toBeInstanceOf(Error);
});
