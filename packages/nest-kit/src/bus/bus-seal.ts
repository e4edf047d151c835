import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const info = 'switchboard bus 1';
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = saltBytes + nonceBytes;
const mostKeys = 256;

/** How much longer a sealed message is. */
export const sealBytes = headBytes + tagBytes;

/**
 * Seals what passes the bus under a secret that only the services share, so that whoever listens on every subject, or runs
 * the bus, reads nothing (V-10). Each process seals under a key of its own, by a salt that goes with the message, and counts
 * its nonces.
 */
export class BusSeal {
  private readonly salt = randomBytes(saltBytes);
  private readonly ownKey: Buffer;
  private sealed = 0n;
  /** Keys of other processes, by their salts. */
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly secret: string) {
    this.ownKey = this.keyOf(this.salt);
  }

  /** @param context what the message is for; only the same opens it. */
  seal(context: string, plain: Uint8Array): Uint8Array {
    const nonce = Buffer.alloc(nonceBytes);
    nonce.writeBigUInt64BE(this.sealed++, nonceBytes - 8);
    const cipher = createCipheriv(algorithm, this.ownKey, nonce).setAAD(Buffer.from(context));
    return Buffer.concat([this.salt, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws where it was not sealed for this context by one who knows the secret. */
  open(context: string, sealed: Uint8Array): Uint8Array {
    if (sealed.length < sealBytes) throw new Error('the message is not sealed');
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
    const salt = bytes.subarray(0, saltBytes);
    const name = salt.toString('base64');
    const key = this.keys.get(name) ?? this.keyOf(salt);
    const nonce = bytes.subarray(saltBytes, headBytes);
    const opening = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(-tagBytes));
    const plain = Buffer.concat([opening.update(bytes.subarray(headBytes, -tagBytes)), opening.final()]);
    this.remember(name, key);
    return plain;
  }

  private keyOf(salt: Uint8Array): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, salt, info, 32));
  }

  /** Only keys that opened something are kept, the newest of them. */
  private remember(name: string, key: Buffer): void {
    if (this.keys.has(name)) return;
    const [oldest] = this.keys.keys();
    if (this.keys.size >= mostKeys && oldest !== undefined) this.keys.delete(oldest);
    this.keys.set(name, key);
  }
}
