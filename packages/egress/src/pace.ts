const mostKeys = 10_000;

/** Spreads calls to one account over its documented rate, with a burst of one second's worth. */
export class Pace {
  readonly #fullAt = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds to wait before the next call; the call is counted. */
  take(key: string, perSecond: number): number {
    const now = this.#now();
    const each = 1_000 / perSecond;
    const at = Math.max(this.#fullAt.get(key) ?? now - 1_000, now - 1_000) + each;
    if (this.#fullAt.size >= mostKeys && !this.#fullAt.has(key)) this.#fullAt.clear();
    this.#fullAt.set(key, at);
    return Math.max(0, at - now);
  }
}
