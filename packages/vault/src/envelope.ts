import { createSecretKey, randomFillSync } from 'node:crypto';
import { AssociatedData, type EnvelopeIdentity } from './associated-data.ts';
import { EnvelopeError } from './envelope-error.ts';
import { decrypt, encrypt, nonceBytes, tagBytes } from './gcm.ts';
import type { KeyRing } from './key-ring.ts';

const version = 1;
const dataKeyBytes = 32;
const wrappedBytes = nonceBytes + dataKeyBytes + tagBytes;
const longestKeyId = 64;

/*
 * Format 1: version (1) · length of the key id (1) · key id · wrap nonce (12) · wrapped data key (32) · wrap tag (16)
 *           · content nonce (12) · ciphertext · content tag (16).
 */

/** Seals a secret under a fresh 256-bit data key, itself wrapped by the ring's active key (V-1). */
export function seal(ring: KeyRing, plain: Uint8Array | string, identity: EnvelopeIdentity): Buffer {
  const random = randomFillSync(Buffer.allocUnsafe(dataKeyBytes + 2 * nonceBytes));
  const dataKey = random.subarray(0, dataKeyBytes);
  const nonce = random.subarray(dataKeyBytes, dataKeyBytes + nonceBytes);
  const content = typeof plain === 'string' ? Buffer.from(plain) : plain;
  const associated = new AssociatedData(identity);
  const head = wrapKey(ring, dataKey, random.subarray(dataKeyBytes + nonceBytes), associated);
  const [body, tag] = encrypt(createSecretKey(dataKey), nonce, content, associated.of({ of: 'content' }));
  dataKey.fill(0);
  if (typeof plain === 'string') content.fill(0);
  return Buffer.concat([head, nonce, body, tag]);
}

/**
 * Opens an envelope for exactly the identity it was sealed for.
 * @throws EnvelopeError for anything else, a value without an envelope included (V-3, V-4).
 */
export function open(ring: KeyRing, envelope: Uint8Array, identity: EnvelopeIdentity): Buffer {
  const parsed = parse(envelope);
  const { bytes, contentAt } = parsed;
  const associated = new AssociatedData(identity);
  const dataKey = unwrapKey(ring, parsed, associated);
  try {
    return decrypt(
      createSecretKey(dataKey),
      bytes.subarray(contentAt, contentAt + nonceBytes),
      bytes.subarray(contentAt + nonceBytes, bytes.length - tagBytes),
      bytes.subarray(bytes.length - tagBytes),
      associated.of({ of: 'content' }),
    );
  } finally {
    dataKey.fill(0);
  }
}

/** Moves an envelope to the ring's active key without opening its content (V-6). The same bytes where it is there already. */
export function rewrap(ring: KeyRing, envelope: Uint8Array, identity: EnvelopeIdentity): Buffer {
  const parsed = parse(envelope);
  if (parsed.keyId === ring.activeId) return parsed.bytes;
  const associated = new AssociatedData(identity);
  const dataKey = unwrapKey(ring, parsed, associated);
  const head = wrapKey(ring, dataKey, randomFillSync(Buffer.allocUnsafe(nonceBytes)), associated);
  dataKey.fill(0);
  return Buffer.concat([head, parsed.bytes.subarray(parsed.contentAt)]);
}

/** The id of the ring key that wraps an envelope, to find what a rotation still has to move. */
export const envelopeKeyId = (envelope: Uint8Array): string => parse(envelope).keyId;

function wrapKey(ring: KeyRing, dataKey: Uint8Array, nonce: Buffer, associated: AssociatedData): Buffer {
  const { id, key } = ring.forWrapping();
  const [wrapped, tag] = encrypt(key, nonce, dataKey, associated.of({ of: 'key', keyId: id }));
  const name = Buffer.from(id);
  return Buffer.concat([Buffer.of(version, name.length), name, nonce, wrapped, tag]);
}

function unwrapKey(ring: KeyRing, { bytes, keyId, contentAt }: Parsed, associated: AssociatedData): Buffer {
  const at = contentAt - wrappedBytes;
  const key = ring.find(keyId);
  if (key === undefined) throw new EnvelopeError();
  return decrypt(
    key,
    bytes.subarray(at, at + nonceBytes),
    bytes.subarray(at + nonceBytes, contentAt - tagBytes),
    bytes.subarray(contentAt - tagBytes, contentAt),
    associated.of({ of: 'key', keyId }),
  );
}

interface Parsed {
  readonly bytes: Buffer;
  readonly keyId: string;
  /** Where the content's nonce begins. */
  readonly contentAt: number;
}

function parse(envelope: Uint8Array): Parsed {
  const bytes = Buffer.isBuffer(envelope)
    ? envelope
    : Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
  const idBytes = bytes[1] ?? 0;
  const contentAt = 2 + idBytes + wrappedBytes;
  if (bytes[0] !== version || idBytes === 0 || idBytes > longestKeyId) throw new EnvelopeError();
  if (bytes.length < contentAt + nonceBytes + tagBytes) throw new EnvelopeError();
  return { bytes, keyId: bytes.toString('latin1', 2, 2 + idBytes), contentAt };
}
