import { tokenize, type Token } from '../text/tokens.ts';
import { daySeconds, type Day } from './civil.ts';

/** A value and the index of the token after it. */
export interface Match<T> {
  readonly value: T;
  readonly next: number;
}

export interface ReaderOptions {
  /** Seconds since 1970 on the writer's clock. */
  readonly now: number;
  /** 3/4 is 3 April. */
  readonly dayFirst?: boolean;
  /** A day without a year or a week is the last one, not the coming one. */
  readonly past?: boolean;
  /** "Monday" said on a Monday is today, not a week on. */
  readonly todayCounts?: boolean;
}

const phraseParts = new Map<string, readonly string[]>();

/** The words of a phrase of the grammar, cut once. */
function partsOf(phrase: string): readonly string[] {
  let parts = phraseParts.get(phrase);
  if (!parts) phraseParts.set(phrase, (parts = phrase.split(' ')));
  return parts;
}

/** "Monday's sync" speaks of Monday. */
const withoutOwner = (token: Token): Token =>
  /^\p{L}+day's$/u.test(token.text) ? { ...token, text: token.text.slice(0, -2) } : token;

/** The tokens of one message, the moment of speaking, and what was already read where. */
export class Reader {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly now: number;
  readonly today: Day;
  readonly dayFirst: boolean;
  readonly past: boolean;
  readonly todayCounts: boolean;
  private readonly memo = new Map<unknown, Map<number, unknown>>();

  constructor(text: string, options: ReaderOptions) {
    this.text = text;
    this.tokens = tokenize(text).map(withoutOwner);
    this.now = options.now;
    this.today = Math.floor(options.now / daySeconds);
    this.dayFirst = options.dayFirst ?? false;
    this.past = options.past ?? false;
    this.todayCounts = options.todayCounts ?? false;
  }

  /** Lower-case text of a token, empty beyond the ends. */
  at(index: number): string {
    return this.tokens[index]?.text ?? '';
  }

  /** Index after the words when all stand here, else undefined. */
  words(index: number, phrase: string): number | undefined {
    const first = this.at(index);
    if (first === '' || !phrase.startsWith(first)) return undefined;
    if (phrase.length === first.length) return index + 1;
    if (phrase[first.length] !== ' ') return undefined;
    const parts = partsOf(phrase);
    for (let k = 1; k < parts.length; k++) if (this.at(index + k) !== parts[k]) return undefined;
    return index + parts.length;
  }

  /** Index after the first phrase that stands here. */
  any(index: number, phrases: readonly string[]): number | undefined {
    for (const phrase of phrases) {
      const next = this.words(index, phrase);
      if (next !== undefined) return next;
    }
    return undefined;
  }

  /** Index after any one of the phrases, or the same index. */
  skip(index: number, ...phrases: readonly string[]): number {
    return this.any(index, phrases) ?? index;
  }

  /** No white space between this token and the one before. */
  glued(index: number): boolean {
    const token = this.tokens[index];
    return token !== undefined && !token.spaced;
  }

  /** Reads once at each place, however often it is asked. */
  once<T>(rule: (reader: Reader, index: number) => T, index: number): T {
    let seen = this.memo.get(rule);
    if (!seen) this.memo.set(rule, (seen = new Map()));
    if (!seen.has(index)) {
      seen.set(index, undefined);
      seen.set(index, rule(this, index));
    }
    return seen.get(index) as T;
  }
}

/** The reading that ends last; the earlier rule wins a tie. */
export function longest<T>(...matches: readonly (Match<T> | undefined)[]): Match<T> | undefined {
  let best: Match<T> | undefined;
  for (const match of matches) if (match && (!best || match.next > best.next)) best = match;
  return best;
}
