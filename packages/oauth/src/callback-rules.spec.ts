import { expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { checkCallback, signedText } from './callback-rules.ts';
import type { CallbackForm, OAuthContext } from './declaration.ts';
import { HiddenToken } from './hidden-token.ts';

const now = new Date('2026-11-21T12:00:00Z');
const seconds = now.getTime() / 1_000;
const rules: CallbackForm = {
  mustSay: { shop: 'fern.myshop.example' },
  signature: {
    parameter: 'hmac',
    algorithm: 'sha256',
    encoding: 'hex',
    timestamp: { parameter: 'timestamp', toleranceSeconds: 90 },
  },
};

function check(query: URLSearchParams, callback: CallbackForm = rules, secret: string | undefined = 'hush'): string {
  const client = { clientId: 'id', ...(secret !== undefined && { clientSecret: new HiddenToken(secret) }) };
  const context = { oauth: { callback }, client, now: () => now } as unknown as OAuthContext;
  try {
    checkCallback(context, query);
    return 'good';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

function signed(parameters: Record<string, string>, encoding: 'hex' | 'base64' = 'hex'): URLSearchParams {
  const query = new URLSearchParams(parameters);
  const text = [...query]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  query.set('hmac', createHmac('sha256', 'hush').update(text).digest(encoding));
  return query;
}

const honest = {
  code: 'c',
  host: 'YWJjPQ==',
  shop: 'fern.myshop.example',
  state: 's',
  timestamp: String(seconds - 30),
};

test('O-6 the signature is that of the example in the vendor’s documents', () => {
  // https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant (read 2026-11-21)
  const query = new URLSearchParams(
    'code=0907a61c0c8d55e99db179b68161bc00&hmac=x&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173',
  );

  expect(signedText(query, 'hmac')).toBe(
    'code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173',
  );
});

test('O-6 a callback that says and signs what was declared is good, in hex and in base64', () => {
  const inBase64 = { ...rules, signature: { ...rules.signature!, encoding: 'base64' as const } };

  expect(check(signed(honest))).toBe('good');
  expect(check(signed(honest, 'base64'), inBase64)).toBe('good');
  expect(check(new URLSearchParams('code=c&state=s'), {})).toBe('good');
});

test.each<[string, (query: URLSearchParams) => void]>([
  ['another code', (query) => query.set('code', 'd')],
  ['one parameter more', (query) => query.set('admin', '1')],
  ['one parameter less', (query) => query.delete('host')],
  ['no signature', (query) => query.delete('hmac')],
  ['an empty signature', (query) => query.set('hmac', '')],
  ['a cut signature', (query) => query.set('hmac', query.get('hmac')!.slice(0, 40))],
  ['a longer signature', (query) => query.set('hmac', `${query.get('hmac')}00`)],
  ['a second signature', (query) => query.append('hmac', 'x')],
])('O-6 a signed callback with %s is refused', (_what, change) => {
  const query = signed(honest);
  change(query);

  expect(check(query)).toBe('invalid_callback');
});

test.each([
  ['too old', String(seconds - 91)],
  ['too new', String(seconds + 91)],
  ['no time', 'now'],
  ['negative', '-1'],
  ['empty', ''],
])('O-6 a timestamp that is %s is refused', (_what, timestamp) => {
  expect(check(signed({ ...honest, timestamp }))).toBe('invalid_callback');
});

test('O-6 what must be said is said once, whole and exactly', () => {
  for (const shop of ['fern.myshop.example.evil.com', 'FERN.myshop.example', 'other.myshop.example', ''])
    expect(check(signed({ ...honest, shop }))).toBe('invalid_callback');
  const { shop: _left, ...without } = honest;
  expect(check(signed(without))).toBe('invalid_callback');
});

test('O-6 no parameter can pretend to be two, and nothing is signed with no secret', () => {
  expect(signedText(new URLSearchParams([['a', '1&b=2']]), 'hmac')).toBe('a=1%26b=2');
  expect(signedText(new URLSearchParams([['a=1&b', '2']]), 'hmac')).toBe('a%3D1%26b=2');
  const unkeyed = new URLSearchParams(honest);
  unkeyed.set('hmac', createHmac('sha256', '').update(signedText(unkeyed, 'hmac')).digest('hex'));
  expect(check(unkeyed, rules, '')).toBe('invalid_callback');
});
