import { expect, test } from '@jest/globals';
import { hidingCredential } from './hide.ts';

const value = 'canary "7d21"/token+';
const secret = { reveal: () => value };
const bearer = { in: 'header', name: 'authorization', prefix: 'Bearer ' } as const;

test('V-11 a credential is taken out of a text as it is, encoded for an address, in JSON and in base64', () => {
  const hide = hidingCredential({ secret, place: bearer });
  const base64 = Buffer.from(value).toString('base64');

  expect(hide(`a ${value} b ${encodeURIComponent(value)} c ${JSON.stringify({ value })} d ${base64}`)).toBe(
    'a [secret] b [secret] c {"value":"[secret]"} d [secret]',
  );
  expect(hide('nothing of it')).toBe('nothing of it');
});

test('V-11 a user with a key is taken out as the pair that was sent', () => {
  const hide = hidingCredential({ secret, place: { in: 'basic', user: 'ada' } });

  expect(hide(`Basic ${Buffer.from(`ada:${value}`).toString('base64')}`)).toBe('Basic [secret]');
});

test('a key of a few characters is no pattern', () => {
  expect(hidingCredential({ secret: { reveal: () => 'a' } })('banana')).toBe('banana');
});
