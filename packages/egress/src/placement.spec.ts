import { expect, test } from '@jest/globals';
import { type CredentialPlace, placeCredential, type RequestHeaders } from './credential.ts';

const canary = 'canary:7d21-token';
const placed = (place: CredentialPlace, path = '/a?b=c', headers: RequestHeaders = {}, value = canary) => ({
  path: placeCredential({ place, secret: { reveal: () => value } }, headers, path),
  headers,
});

test('a header carries prefix and suffix, and takes the place of one the caller sent', () => {
  const place = { in: 'header', name: 'Authorization', prefix: 'OAuth token="', suffix: '"' } as const;

  expect(placed(place, '/a', { AUTHORIZATION: 'Bearer smuggled' })).toEqual({
    path: '/a',
    headers: { authorization: `OAuth token="${canary}"` },
  });
});

test('E-2 a query parameter stands once, whatever the caller sent under its name', () => {
  const place = { in: 'query', name: 'api_key' } as const;
  const key = `api_key=${encodeURIComponent(canary)}`;

  expect(placed(place, '/a').path).toBe(`/a?${key}`);
  expect(placed(place, '/a?b=%20c&api_key=mine&%61pi_key=mine&d').path).toBe(`/a?b=%20c&d&${key}`);
});

test('basic joins user and secret, and an empty user or secret stays empty', () => {
  expect(placed({ in: 'basic', user: 'ada' }).headers).toEqual({
    authorization: `Basic ${Buffer.from(`ada:${canary}`).toString('base64')}`,
  });
  expect(placed({ in: 'basic', user: '' }).headers['authorization']).toBe(
    `Basic ${Buffer.from(`:${canary}`).toString('base64')}`,
  );
});

test('a path begins with the credential, or has it behind a leading segment', () => {
  const place = { in: 'path', prefix: '/bot', after: ['/file'] } as const;

  expect(placed(place, '/getMe').path).toBe(`/bot${canary}/getMe`);
  expect(placed(place, '/file/photos/1.jpg').path).toBe(`/file/bot${canary}/photos/1.jpg`);
  expect(placed(place, '/files/1').path).toBe(`/bot${canary}/files/1`);
  expect(placed(place, '/getMe', {}, 'a/../b?c').path).toBe('/bota%2F..%2Fb%3Fc/getMe');
});

test.each(['two\r\nlines', 'nul\u0000', 'smile☺'])('G-12 a secret with %j makes no header', (value) => {
  const place = { in: 'header', name: 'x-key' } as const;

  expect(() => placed(place, '/', {}, value)).toThrow(expect.objectContaining({ kind: 'refused' }));
});
