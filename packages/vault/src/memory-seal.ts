import { createSecretKey, randomBytes, randomFillSync, type KeyObject } from 'node:crypto';
import { EnvelopeError } from './envelope-error.ts';
import { decrypt, encrypt, nonceBytes, tagBytes } from './gcm.ts';

const sealsPerKey = 2 ** 31;

/** Seals what a process keeps in memory for seconds, under a key that dies with it; no ring is needed. */
export class MemorySeal {
  #key: KeyObject = createSecretKey(randomBytes(32));
  #seals = 0;

  /** `context` is what the value belongs to, for example a connection's id; it opens for no other. */
  seal(plain: string, context: string): Buffer {
    if (++this.#seals > sealsPerKey) this.forget();
    const nonce = randomFillSync(Buffer.allocUnsafe(nonceBytes));
    const [body, tag] = encrypt(this.#key, nonce, Buffer.from(plain), Buffer.from(context));
    return Buffer.concat([nonce, body, tag]);
  }

  /** @throws EnvelopeError where it was sealed for another context, by another process, or before `forget()`. */
  open(sealed: Buffer, context: string): string {
    if (sealed.length < nonceBytes + tagBytes) throw new EnvelopeError();
    const end = sealed.length - tagBytes;
    const nonce = sealed.subarray(0, nonceBytes);
    const plain = decrypt(
      this.#key,
      nonce,
      sealed.subarray(nonceBytes, end),
      sealed.subarray(end),
      Buffer.from(context),
    );
    const text = plain.toString('utf8');
    plain.fill(0);
    return text;
  }

  /** Makes everything sealed so far unreadable. */
  forget(): void {
    this.#key = createSecretKey(randomBytes(32));
    this.#seals = 0;
  }
}
