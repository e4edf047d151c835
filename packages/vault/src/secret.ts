import { inspect } from 'node:util';

const shown = '[secret]';

/** A value that prints as `[secret]` wherever it is written; only `reveal()` gives it back (V-15). */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  /** The last four characters, or none of a value under twelve, for people to tell keys apart (V-11). */
  get lastFour(): string {
    return this.#value.length < 12 ? '' : this.#value.slice(-4);
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [Symbol.toPrimitive](): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}
