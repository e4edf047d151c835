import { randomInt } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { bundleBytes, BundleError, openBundle, sealBundle } from './bundle-format.ts';

const passphrase = 'seven grey herons by the weir';
const plain = Buffer.from(JSON.stringify({ connections: ['canary-refresh-token'] }));

test('V-3 a bundle opens with its passphrase, and its file shows nothing of what is in it', async () => {
  const sealed = await sealBundle(plain, passphrase);

  expect(await openBundle(sealed, passphrase)).toEqual(plain);
  expect(sealed.toString('latin1')).not.toContain('canary');
  expect(await sealBundle(plain, passphrase)).not.toEqual(sealed);
});

test('the same passphrase in another Unicode form is the same passphrase', async () => {
  const sealed = await sealBundle(plain, 'Grüße aus Köln, Ä'.normalize('NFD'));

  expect(await openBundle(sealed, 'Grüße aus Köln, Ä'.normalize('NFC'))).toEqual(plain);
});

test('V-3 no flipped bit in header, ciphertext or tag opens, and each fails as a wrong passphrase does', async () => {
  const sealed = await sealBundle(plain, passphrase);
  const errorOf = (bytes: Buffer, words = passphrase) => openBundle(bytes, words).catch((error: unknown) => error);
  const wrong = (await errorOf(sealed, `${passphrase}!`)) as BundleError;
  const places = [0, 5, 6, 21, 22, 33, 34, sealed.length - 17, sealed.length - 16, sealed.length - 1];
  const random = Array.from({ length: 6 }, () => randomInt(sealed.length));

  for (const at of [...places, ...random]) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1 << randomInt(8);
    const error = (await errorOf(changed)) as BundleError;
    expect(error).toBeInstanceOf(BundleError);
    expect(error.message).toBe(wrong.message);
  }
});

test('a file that is cut, longer, empty or far too large does not open', async () => {
  const sealed = await sealBundle(plain, passphrase);

  for (const bytes of [
    sealed.subarray(0, -1),
    Buffer.concat([sealed, Buffer.alloc(1)]),
    Buffer.alloc(0),
    sealed.subarray(0, 40),
    Buffer.alloc(bundleBytes + 1),
  ])
    await expect(openBundle(bytes, passphrase)).rejects.toBeInstanceOf(BundleError);
});
