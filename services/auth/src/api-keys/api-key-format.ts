import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 33 characters of 62 are 196 bits. */
const randomLength = 33;
const checksumLength = 6;
const idLength = 22;
/** 22 characters of base64url are 132 bits. */
const fingerprintLength = 22;
const shape = new RegExp(
  `^swb_key_([0-9A-Za-z]{${idLength}})_[0-9A-Za-z]{${randomLength}}_([0-9A-Za-z]{${checksumLength}})$`,
);

/**
 * `swb_<kind>_<id>_<random>_<crc32>` (V-13): the id finds the row, the checksum refuses a typo without a query, and what is
 * kept is an HMAC-SHA-256 of the whole.
 */
export class ApiKeyFormat {
  constructor(private readonly secret: KeyObject) {}

  /** @param uuid the row's id. */
  create(uuid: string): { key: string; prefix: string; mac: Buffer } {
    const id = toBase62(BigInt(`0x${uuid.replaceAll('-', '')}`), idLength);
    const body = `swb_key_${id}_${randomBase62(randomLength)}`;
    const key = `${body}_${checksum(body)}`;
    return { key, prefix: `swb_key_${id}`, mac: this.mac(key) };
  }

  /** @returns the row's id, or undefined where it is no key of ours. */
  idOf(key: string): string | undefined {
    const match = shape.exec(key);
    if (!match || checksum(key.slice(0, -(checksumLength + 1))) !== match[2]) return undefined;
    const hex = fromBase62(match[1]!).toString(16).padStart(32, '0');
    return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : undefined;
  }

  /** Compares in constant time. */
  matches(key: string, mac: Uint8Array): boolean {
    const actual = this.mac(key);
    return actual.length === mac.length && timingSafeEqual(actual, mac);
  }

  /** Tells two foreign keys apart without saying anything of either. */
  fingerprint(key: string): string {
    return this.mac(`fingerprint of a foreign key: ${key}`).toString('base64url').slice(0, fingerprintLength);
  }

  private mac(key: string): Buffer {
    return createHmac('sha256', this.secret).update(key).digest();
  }
}

const checksum = (body: string): string => toBase62(BigInt(crc32(body)), checksumLength);

function randomBase62(length: number): string {
  let text = '';
  while (text.length < length)
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += alphabet[byte % 62];
  return text;
}

function toBase62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = alphabet[Number(rest % 62n)]! + text;
  return text.padStart(length, '0');
}

function fromBase62(text: string): bigint {
  let value = 0n;
  for (const character of text) value = value * 62n + BigInt(alphabet.indexOf(character));
  return value;
}
