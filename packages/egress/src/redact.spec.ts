import { expect, test } from '@jest/globals';
import { neutralise, Redactor } from './redact.ts';

test('L-3 live values are taken out of text, plain, URL-encoded and in base64, for as long as they live', () => {
  const redactor = new Redactor();
  const value = 'canary/9+f3 a?';
  const forget = redactor.add(value);
  const text = `${value} ${encodeURIComponent(value)} ${Buffer.from(value).toString('base64')} ${Buffer.from(value).toString('base64url')}`;

  expect(redactor.text(text)).toBe('[secret] [secret] [secret] [secret]');
  forget();
  expect(redactor.text(value)).toBe(value);
});

test('L-3 secrets are taken out by field name, at any depth, and their absence is shown', () => {
  const clean = new Redactor().value({
    accessToken: 'a1',
    headers: { authorization: 'Bearer x', Cookie: 'a=b', accept: '*/*' },
    list: [{ client_secret: 'c', refresh_token: null, name: 'Ada' }],
    code: 'reconnect_required',
    error: new Error('at https://x.test/?access_token=abc'),
  }) as Record<string, unknown>;

  expect(clean).toMatchObject({
    accessToken: '[secret]',
    headers: { authorization: '[secret]', Cookie: '[secret]', accept: '*/*' },
    list: [{ client_secret: '[secret]', refresh_token: null, name: 'Ada' }],
    code: 'reconnect_required',
  });
  expect(JSON.stringify(clean)).not.toContain('abc');
});

test('O-18 L-3 secrets are taken out of addresses and headers by their shape', () => {
  const redactor = new Redactor();
  const hidden: Record<string, string> = {
    'https://x.test/cb?code=4/0Ab&state=zz#access_token=qq':
      'https://x.test/cb?code=[secret]&state=[secret]#access_token=[secret]',
    'GET https://api.telegram.org/bot123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe':
      'GET https://api.telegram.org/bot[secret]/getMe',
    'Authorization: Bearer ya29.a0AfH6SMBxyz1234': 'Authorization: Bearer [secret]',
    'key swb_live_01hq_Zx81kQzzz_1a2b': 'key [secret]',
    'https://user:pass@x.test/': 'https://[secret]@x.test/',
    'a eyJhbGciOiJI.eyJzdWIiOiIx.c2ln b': 'a [secret] b',
  };

  for (const [text, clean] of Object.entries(hidden)) expect(redactor.text(text)).toBe(clean);
  expect(redactor.text('GET https://x.test/events?zone=Europe/Vienna')).toBe(
    'GET https://x.test/events?zone=Europe/Vienna',
  );
});

test('L-3 line breaks, escape sequences and reordering characters are made visible', () => {
  expect(neutralise('a\r\n{"level":"x"}\u001b[31m\u202eb\u200b ü😀')).toBe(
    'a\\u000d\\u000a{"level":"x"}\\u001b[31m\\u202eb\\u200b ü😀',
  );
});

test('L-3 a credential behind a provider’s own scheme is taken out, and words behind such a name stay', () => {
  const redactor = new Redactor();

  expect(redactor.text('authorization: Acme-oauthtoken 1000.abcdef12')).toBe('authorization: Acme-oauthtoken [secret]');
  expect(redactor.text('the refresh-token answered nothing')).toBe('the refresh-token answered nothing');
});
