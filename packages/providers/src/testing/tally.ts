import type { Pattern } from './difference.ts';

/** Counts what explains what, and tells what explained nothing. */
export class Tally<T> {
  readonly #entries: readonly { readonly entry: T; readonly patterns: readonly Pattern[] }[];
  readonly #times = new Map<Pattern, number>();

  constructor(entries: readonly T[], patternsOf: (entry: T) => readonly Pattern[]) {
    this.#entries = entries.map((entry) => ({ entry, patterns: patternsOf(entry) }));
  }

  explains(text: string): boolean {
    const found = this.#entries.flatMap(({ patterns }) => patterns).find(({ fits }) => fits(text));
    if (found) this.#times.set(found, this.#timesOf(found) + 1);
    return found !== undefined;
  }

  /** The texts of the patterns that nothing fitted. */
  get unused(): string[] {
    return this.#entries
      .flatMap(({ patterns }) => patterns)
      .filter((pattern) => this.#timesOf(pattern) === 0)
      .map(({ text }) => text);
  }

  get counted(): (T & { readonly times: number })[] {
    return this.#entries.map(({ entry, patterns }) => ({
      ...entry,
      times: patterns.reduce((sum, pattern) => sum + this.#timesOf(pattern), 0),
    }));
  }

  #timesOf(pattern: Pattern): number {
    return this.#times.get(pattern) ?? 0;
  }
}
