import { expect, test } from '@jest/globals';
import { createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { EnvelopeError } from './envelope-error.ts';
import { decrypt, encrypt } from './gcm.ts';

const key = createSecretKey(randomBytes(32));
const nonce = randomBytes(12);
const associated = Buffer.from('row');

test('V-3 what the cipher gives opens with Node alone, so the format hides nothing of ours', () => {
  const [body, tag] = encrypt(key, nonce, Buffer.from('secret'), associated);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
    .setAAD(associated)
    .setAuthTag(tag);

  expect(Buffer.concat([decipher.update(body), decipher.final()]).toString()).toBe('secret');
});

test('V-3 a true tag cut to 4, 8, 12 or 15 bytes, or of none, is refused', () => {
  const [body, tag] = encrypt(key, nonce, Buffer.from('secret'), associated);

  expect(decrypt(key, nonce, body, tag, associated).toString()).toBe('secret');
  for (const size of [0, 4, 8, 12, 15]) {
    expect(() => decrypt(key, nonce, body, tag.subarray(0, size), associated)).toThrow(EnvelopeError);
  }
});
