import { createSecretKey, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';

/** Wraps by one ring key at which the operator is warned, and at which it refuses: random nonces stay safe below (V-7). */
export const wrapLimits = { warnAt: 2 ** 30, refuseAt: 2 ** 32 } as const;

/** A ring as its source gives it; keys are 32 bytes in base64url. */
export interface RingMaterial {
  readonly active: string;
  readonly keys: readonly { readonly id: string; readonly key: string }[];
  /** Who made the keys: production refuses those of the bootstrap. */
  readonly madeBy?: 'bootstrap' | 'operator';
}

/** What is wrong with a ring; the message names the key's id, never its bytes. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}

export interface KeyRingOptions {
  /** Called once per key when its wraps reach the warning mark. */
  readonly onWarn?: (keyId: string, wraps: number) => void;
}

/** The active key, which wraps, and the older ones, which only unwrap. Keys are held as KeyObjects (V-15). */
export class KeyRing {
  readonly activeId: string;
  readonly madeBy: RingMaterial['madeBy'];
  readonly #keys = new Map<string, KeyObject>();
  readonly #wraps = new Map<string, number>();
  readonly #fresh = new Map<string, number>();
  readonly #onWarn: KeyRingOptions['onWarn'];

  /** @throws KeyRingError where a key is doubled or malformed, or the active one is not there. */
  constructor(material: RingMaterial, options: KeyRingOptions = {}) {
    const seen = new Map<string, string>();
    for (const { id, key } of material.keys) {
      if (!/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(id)) throw new KeyRingError('A ring key has an id that is not allowed.');
      const bytes = Buffer.from(key, 'base64url');
      if (bytes.length !== 32 || bytes.toString('base64url') !== key) {
        throw new KeyRingError(`Ring key ${id} is not 32 bytes in base64url.`);
      }
      if (this.#keys.has(id)) throw new KeyRingError(`Ring key ${id} is there twice.`);
      const twin = seen.get(key);
      if (twin !== undefined) throw new KeyRingError(`Ring keys ${twin} and ${id} are the same key.`);
      seen.set(key, id);
      this.#keys.set(id, createSecretKey(bytes));
      bytes.fill(0);
    }
    if (!this.#keys.has(material.active)) throw new KeyRingError(`Active ring key ${material.active} is missing.`);
    this.activeId = material.active;
    this.madeBy = material.madeBy;
    this.#onWarn = options.onWarn;
  }

  get ids(): string[] {
    return [...this.#keys.keys()];
  }

  find(id: string): KeyObject | undefined {
    return this.#keys.get(id);
  }

  /** The active key, counted as used once. @throws KeyRingError at the limit (V-7). */
  forWrapping(): { id: string; key: KeyObject } {
    const wraps = this.wraps(this.activeId) + 1;
    if (wraps > wrapLimits.refuseAt) throw new KeyRingError(`Ring key ${this.activeId} is used up: rotate the ring.`);
    this.#wraps.set(this.activeId, wraps);
    this.#fresh.set(this.activeId, (this.#fresh.get(this.activeId) ?? 0) + 1);
    if (wraps === wrapLimits.warnAt) this.#onWarn?.(this.activeId, wraps);
    return { id: this.activeId, key: this.#keys.get(this.activeId)! };
  }

  wraps(id: string): number {
    return this.#wraps.get(id) ?? 0;
  }

  /** Sets the count kept in the database, of all processes together; wraps not yet drained are added to it. */
  setWraps(id: string, total: number): void {
    const before = this.wraps(id);
    const now = total + (this.#fresh.get(id) ?? 0);
    this.#wraps.set(id, now);
    if (before < wrapLimits.warnAt && now >= wrapLimits.warnAt) this.#onWarn?.(id, now);
  }

  /** Wraps since the last call, to be added to the count in the database. */
  drainWraps(): { keyId: string; count: number }[] {
    const drained = [...this.#fresh].map(([keyId, count]) => ({ keyId, count }));
    this.#fresh.clear();
    return drained;
  }

  /** A value derived from each key that proves it without telling it (V-5); stored beside the envelopes. */
  checkValues(): Record<string, string> {
    return Object.fromEntries([...this.#keys].map(([id, key]) => [id, checkValue(id, key)]));
  }

  /**
   * Proves the ring against the stored check values; a key the store does not know yet is new and passes.
   * @throws KeyRingError naming the id of a wrong or missing key (V-5).
   */
  prove(stored: Readonly<Record<string, string>>): void {
    for (const [id, expected] of Object.entries(stored)) {
      const key = this.#keys.get(id);
      if (key === undefined) throw new KeyRingError(`Ring key ${id} is missing.`);
      const actual = Buffer.from(checkValue(id, key));
      const wanted = Buffer.from(expected);
      if (actual.length !== wanted.length || !timingSafeEqual(actual, wanted)) {
        throw new KeyRingError(`Ring key ${id} is not the one that was used before.`);
      }
    }
  }
}

const checkValue = (id: string, key: KeyObject): string =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `switchboard-ring-check-1:${id}`, 16)).toString('base64url');

/** A new random ring key under the given id. */
export const newRingKey = (id: string): RingMaterial['keys'][number] => ({
  id,
  key: randomBytes(32).toString('base64url'),
});

/** A first ring with one key. */
export const newRing = (id: string, madeBy: NonNullable<RingMaterial['madeBy']>): RingMaterial => ({
  active: id,
  keys: [newRingKey(id)],
  madeBy,
});
