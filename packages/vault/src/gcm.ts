import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { EnvelopeError } from './envelope-error.ts';

export const nonceBytes = 12;
export const tagBytes = 16;

type Key = KeyObject | Uint8Array;

/** AES-256-GCM: ciphertext followed by the 128-bit tag. A nonce is used once per key (SP 800-38D §8). */
export function encrypt(key: Key, nonce: Uint8Array, plain: Uint8Array, associated: Uint8Array): [Buffer, Buffer] {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(associated);
  const body = cipher.update(plain);
  cipher.final();
  return [body, cipher.getAuthTag()];
}

/** @throws EnvelopeError before any plaintext is given out, where the tag does not fit. */
export function decrypt(
  key: Key,
  nonce: Uint8Array,
  body: Uint8Array,
  tag: Uint8Array,
  associated: Uint8Array,
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  if (tag.length !== tagBytes) throw new EnvelopeError();
  decipher.setAAD(associated);
  decipher.setAuthTag(tag);
  const plain = decipher.update(body);
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    throw new EnvelopeError();
  }
}
