import { createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { EnvelopeError } from './envelope-error.ts';
import { decrypt, encrypt, nonceBytes, tagBytes } from './gcm.ts';

/** One asker's key for one reply: made, sent along with the question, used once and dropped (V-10). */
export interface BoxKey {
  /** 32 raw bytes in base64url. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

const publicBytes = 32;

export function createBoxKey(): BoxKey {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: rawPublic(publicKey).toString('base64url'), privateKey };
}

/**
 * Seals bytes so that only the holder of the private key opens them, in the same context (X25519, HKDF-SHA-256, AES-256-GCM).
 * @throws EnvelopeError where the public key is none.
 */
export function sealTo(publicKey: string, plain: Uint8Array | string, context: string): string {
  const ours = generateKeyPairSync('x25519');
  const ephemeral = rawPublic(ours.publicKey);
  const theirs = Buffer.from(publicKey, 'base64url');
  const { key, nonce } = agree(ours.privateKey, theirs, ephemeral, theirs, context);
  const content = typeof plain === 'string' ? Buffer.from(plain) : plain;
  const [body, tag] = encrypt(key, nonce, content, Buffer.from(context));
  key.fill(0);
  return Buffer.concat([ephemeral, body, tag]).toString('base64url');
}

/** @throws EnvelopeError where the box is not for this key and context. */
export function openBox(box: BoxKey, sealed: string, context: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < publicBytes + tagBytes || bytes.toString('base64url') !== sealed) throw new EnvelopeError();
  const ephemeral = bytes.subarray(0, publicBytes);
  const { key, nonce } = agree(box.privateKey, ephemeral, ephemeral, Buffer.from(box.publicKey, 'base64url'), context);
  try {
    const end = bytes.length - tagBytes;
    return decrypt(key, nonce, bytes.subarray(publicBytes, end), bytes.subarray(end), Buffer.from(context));
  } finally {
    key.fill(0);
  }
}

/** Both public keys salt the derivation, so a box is bound to this pair; the key seals once, so its nonce may be derived too. */
function agree(privateKey: KeyObject, peer: Uint8Array, ephemeral: Uint8Array, asker: Uint8Array, context: string) {
  const shared = sharedSecret(privateKey, peer);
  const salt = Buffer.concat([ephemeral, asker]);
  const derived = Buffer.from(hkdfSync('sha256', shared, salt, `switchboard-box-1:${context}`, 32 + nonceBytes));
  shared.fill(0);
  return { key: derived.subarray(0, 32), nonce: derived.subarray(32) };
}

function sharedSecret(privateKey: KeyObject, peer: Uint8Array): Buffer {
  try {
    if (peer.length !== publicBytes) throw new EnvelopeError();
    const x = Buffer.from(peer).toString('base64url');
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
    return diffieHellman({ privateKey, publicKey });
  } catch {
    throw new EnvelopeError();
  }
}

const rawPublic = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
