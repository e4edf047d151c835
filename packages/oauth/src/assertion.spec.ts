import { beforeAll, expect, test } from '@jest/globals';
import type { EgressAnswer, EgressRequest } from '@switchboard/egress';
import { exportPKCS8, generateKeyPair, type CryptoKey, jwtVerify } from 'jose';
import { exchangeAssertion, readServiceAccountKey } from './assertion.ts';
import { HiddenToken } from './hidden-token.ts';

const tokenEndpoint = 'https://oauth2.acme.test/token';
const asked = { tokenEndpoint, actsFor: 'ada@acme.test', scopes: ['notes', 'notes.read'] };
const at = new Date('2026-11-21T12:00:00Z');
let publicKey: CryptoKey;
let file: Record<string, unknown>;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  publicKey = pair.publicKey;
  file = {
    type: 'service_account',
    client_email: 'hub@project.acme.test',
    client_id: '1234567890',
    private_key: await exportPKCS8(pair.privateKey),
    private_key_id: 'k1',
    token_uri: 'https://evil.test/token',
  };
});

function peer(status: number, body: unknown) {
  const seen: EgressRequest[] = [];
  const request = (sent: EgressRequest): Promise<EgressAnswer> => {
    seen.push(sent);
    const answer = { status, ok: status < 300, headers: {}, header: () => undefined, tryJson: () => body };
    return Promise.resolve(answer as unknown as EgressAnswer);
  };
  return { seen, context: { egress: { request }, providerId: 'acme', environment: 'sandbox', now: () => at } as const };
}
const exchange = (context: ReturnType<typeof peer>['context'], key: unknown = file) =>
  exchangeAssertion(context, new HiddenToken(JSON.stringify(key)), asked);

test('the assertion is signed for the declared endpoint, acts for the person, and holds for an hour (RFC 7523 §3)', async () => {
  const { seen, context } = peer(200, { access_token: 'at-1', expires_in: 3_599, token_type: 'Bearer' });

  const tokens = await exchange(context);

  const form = new URLSearchParams(String(seen[0]!.body));
  const verified = await jwtVerify(form.get('assertion')!, publicKey, { currentDate: at });
  expect(seen[0]).toMatchObject({
    url: tokenEndpoint,
    method: 'POST',
    provider: { hosts: ['https://oauth2.acme.test'] },
  });
  expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
  expect(verified.protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k1' });
  expect(verified.payload).toMatchObject({
    iss: 'hub@project.acme.test',
    sub: 'ada@acme.test',
    aud: tokenEndpoint,
    scope: 'notes notes.read',
  });
  expect(verified.payload.exp! - verified.payload.iat!).toBe(3_600);
  expect([tokens.accessToken.reveal(), tokens.expiresIn, tokens.scopes]).toEqual(['at-1', 3_599, asked.scopes]);
  expect(JSON.parse(tokens.refreshToken!.reveal())).toEqual(file);
});

test('O-19 the endpoint that a file names is never asked', async () => {
  const { seen, context } = peer(200, { access_token: 'at-1' });

  await exchange(context);

  expect(JSON.stringify(seen)).not.toContain('evil');
});

test.each(['unauthorized_client', 'invalid_grant'])('O-17 %s is told in the words of the protocol', async (error) => {
  const { context } = peer(401, { error, error_description: 'Not\nso.' });

  await expect(exchange(context)).rejects.toMatchObject({ code: error, description: 'Not so.' });
});

test('a file that is no key of a service account makes no call', async () => {
  const { seen, context } = peer(200, {});
  const broken = ['{}', 'AIza', { ...file, type: 'authorized_user' }, { ...file, client_email: 'x' }];
  const unusable = { ...file, private_key: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' };

  for (const one of [...broken, unusable])
    await expect(exchange(context, one)).rejects.toMatchObject({ code: 'invalid_client' });
  expect(readServiceAccountKey('not json')).toBeUndefined();
  expect(seen).toHaveLength(0);
});
