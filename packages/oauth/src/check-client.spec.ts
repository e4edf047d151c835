import { expect, test } from '@jest/globals';
import { type EgressAnswer, EgressError } from '@switchboard/egress';
import { checkClient } from './check-client.ts';
import type { OAuthContext } from './declaration.ts';
import { HiddenToken } from './hidden-token.ts';

const redirectUri = 'https://hub.example/oauth/peer/callback';

/** A provider that answers every token call in the same way. */
function answering(status: number, body: unknown) {
  const sent: { url: string; body?: string }[] = [];
  const request = async (asked: { url: string; body?: string }): Promise<EgressAnswer> => {
    sent.push(asked);
    if (body instanceof Error) throw body;
    return {
      status,
      ok: status < 300,
      headers: {},
      header: () => undefined,
      tryJson: () => body,
    } as unknown as EgressAnswer;
  };
  const context = {
    egress: { request },
    providerId: 'peer',
    environment: 'live',
    client: { clientId: 'id', clientSecret: new HiddenToken('secret') },
    oauth: {
      authorizationEndpoint: 'https://peer.test/authorize',
      tokenEndpoint: 'https://peer.test/token',
      revokes: 'token',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      identity: { endpoint: 'https://peer.test/me', subject: '/id' },
    },
  } as unknown as OAuthContext;
  return { context, sent };
}

test.each([
  [400, { error: 'invalid_grant' }, 'works'],
  [200, { error: 'bad_verification_code' }, 'works'],
  [401, { error: 'invalid_client' }, 'refused'],
  [200, { ok: false, error: 'bad_client_secret' }, 'refused'],
  [400, { error: 'unauthorized_client' }, 'refused'],
  [400, { error: 'redirect_uri_mismatch' }, 'refused'],
  [400, { error: 'invalid_request', error_description: 'code is malformed' }, 'could_not_tell'],
  [200, { access_token: 'x', token_type: 'Bearer' }, 'could_not_tell'],
  [503, undefined, 'could_not_tell'],
  [404, 'no such page', 'could_not_tell'],
] as const)('a token endpoint that answers %s %j says: %s', async (status, body, result) => {
  const { context } = answering(status, body);

  expect((await checkClient(context, redirectUri)).result).toBe(result);
});

test('V-11 words of the provider that repeat the client secret or the code are kept without them', async () => {
  const description = `${'x'.repeat(180)} client_secret=${encodeURIComponent('a secret/of 1')} or a secret/of 1`;
  const { context } = answering(400, { error: 'invalid_request', error_description: description });
  const client = { clientId: 'id', clientSecret: new HiddenToken('a secret/of 1') };

  const { message } = await checkClient({ ...context, client }, redirectUri);

  expect(message).toContain('client_secret=');
  expect(message).not.toMatch(/a secr|a%20sec/);
});

test('one call with a made-up code and the client is sent to the token endpoint, and nowhere else', async () => {
  const { context, sent } = answering(400, { error: 'invalid_grant' });

  await checkClient(context, redirectUri);

  expect(sent.map(({ url }) => url)).toEqual(['https://peer.test/token']);
  const fields = new URLSearchParams(sent[0]?.body);
  expect(Object.fromEntries(fields)).toMatchObject({
    grant_type: 'authorization_code',
    client_id: 'id',
    client_secret: 'secret',
    redirect_uri: redirectUri,
  });
  expect(fields.get('code')).toHaveLength(43);
});

test('a provider that is away says nothing about the client', async () => {
  const { context } = answering(0, new EgressError('unavailable', 'away'));

  expect((await checkClient(context, redirectUri)).result).toBe('could_not_tell');
});
