import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

/** argon2id, 64 MiB, three passes, one lane: somebody may try passphrases on a file for as long as they like. */
export const bundleArgon2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 } as const;
/** Names the format and, with its last byte, the version that decides everything else. */
const magic = Buffer.from('SWBCB\u0001', 'latin1');
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = magic.length + saltBytes + nonceBytes;
/** Smaller than a message between services may be, sealed and encoded. */
export const bundleBytes = 600_000;

/** A bundle that does not open; whether its passphrase is wrong or the file was changed is not to be told apart. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

/** @returns header, ciphertext and tag. The whole header is authenticated: no part of a bundle can be exchanged. */
export async function sealBundle(plain: Buffer, passphrase: string): Promise<Buffer> {
  const salt = randomBytes(saltBytes);
  const header = Buffer.concat([magic, salt, randomBytes(nonceBytes)]);
  const key = await keyOf(passphrase, salt);
  const cipher = createCipheriv('aes-256-gcm', key, header.subarray(-nonceBytes), { authTagLength: tagBytes });
  cipher.setAAD(header);
  const sealed = Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return sealed;
}

/** @throws BundleError, the same for a wrong passphrase and for any change to the file. */
export async function openBundle(sealed: Buffer, passphrase: string): Promise<Buffer> {
  if (sealed.length < headerBytes + tagBytes || sealed.length > bundleBytes) throw new BundleError();
  const header = sealed.subarray(0, headerBytes);
  const key = await keyOf(passphrase, header.subarray(magic.length, magic.length + saltBytes));
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, header.subarray(-nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(header);
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const plain = decipher.update(sealed.subarray(headerBytes, -tagBytes));
    decipher.final();
    return plain;
  } catch (cause) {
    throw new BundleError(undefined, { cause });
  } finally {
    key.fill(0);
  }
}

const keyOf = (passphrase: string, salt: Uint8Array): Promise<Buffer> =>
  hashRaw(passphrase.normalize('NFC'), { ...bundleArgon2, salt });
