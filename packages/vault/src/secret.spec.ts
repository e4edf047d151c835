import { expect, test } from '@jest/globals';
import { format, inspect } from 'node:util';
import { Secret } from './secret.ts';

test('V-15 a secret prints as [secret] under JSON, inspect, templates, concatenation and error causes', () => {
  const secret = new Secret('canary-9f3a');
  const error = new Error('failed', { cause: secret });

  const prints = [
    JSON.stringify({ secret }),
    `${secret}`,
    'a' + secret,
    String(secret),
    inspect(secret, { showHidden: true, depth: 9 }),
    inspect({ deep: [secret] }),
    inspect(error),
    format('%s %o %j', secret, secret, secret),
    inspect(Object.getOwnPropertyDescriptors(secret)),
  ];

  for (const print of prints) expect(print).not.toContain('canary');
  expect(prints[1]).toBe('[secret]');
  expect(secret.reveal()).toBe('canary-9f3a');
});

test('V-11 the last four characters are shown only of a value long enough', () => {
  expect(new Secret('abcdefgh1234').lastFour).toBe('1234');
  expect(new Secret('1234').lastFour).toBe('');
});
