import { inspect } from 'node:util';
import type { Revealable } from '@switchboard/egress';

/** A token of an answer: prints as `[secret]` until the vault has it. */
export class HiddenToken implements Revealable {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
