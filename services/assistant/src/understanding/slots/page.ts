import { readAtMost, tokenize, type Token } from '../text/tokens.ts';
import { timeExpressions, type TimeExpression } from '../time/expressions.ts';
import type { WhenOptions } from '../time/when.ts';
import type { Found, Span } from '../types.ts';

const quoted =
  /"([^"\n]{1,2000})"|“([^”\n]{1,2000})”|«([^»\n]{1,2000})»|(?<![\p{L}\p{N}])'([^'\n]{2,2000})'(?![\p{L}\p{N}])|‘([^’\n]{2,2000})’(?![\p{L}])/gu;

interface PageOptions extends WhenOptions {
  readonly dayFirst: boolean;
  readonly past: boolean;
}

/** Times further into a message belong to pasted text, not to the request. */
const timesReadAtMost = 5_000;

/** A one for each character inside one of the spans. */
function marks(length: number, found: readonly { readonly span: Span }[]): Uint8Array {
  const marked = new Uint8Array(length);
  for (const { span } of found) marked.fill(1, span.start, span.end);
  return marked;
}

/** One message while its slots are read: its words, its times, and which characters were already used. */
export class Page {
  /** The message, unchanged in length; hidden characters are spaces. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly quotes: readonly Found<string>[];
  readonly times: readonly TimeExpression[];
  readonly options: PageOptions;
  private readonly used: Uint8Array;
  private readonly timed: Uint8Array;
  private readonly quoted: Uint8Array;

  constructor(text: string, options: PageOptions) {
    this.text = text.slice(0, readAtMost);
    this.options = options;
    this.tokens = tokenize(this.text);
    this.quotes = [...this.text.matchAll(quoted)].map((match) => {
      const value = match.slice(1).find((group) => group !== undefined) ?? '';
      return { value, span: { start: match.index, end: match.index + match[0].length }, text: match[0], sure: 1 };
    });
    this.used = new Uint8Array(this.text.length);
    this.quoted = marks(this.text.length, this.quotes);
    this.times = timeExpressions(this.masked().slice(0, timesReadAtMost), {
      now: options.now,
      dayFirst: options.dayFirst,
      past: options.past,
    });
    this.timed = marks(this.text.length, this.times);
  }

  /** The message with quoted words and addresses blanked out, so that no time is read inside a name. */
  masked(): string {
    const blank = (match: string) => '_'.repeat(match.length);
    const text = this.text.includes('@')
      ? this.text.replace(/(?<![^\s<>,;:(])[^\s@<>,;:(]{1,64}@[^\s@<>,;]{1,255}/g, blank)
      : this.text;
    if (this.quotes.length === 0) return text;
    const parts: string[] = [];
    let from = 0;
    for (const { span } of this.quotes) {
      parts.push(text.slice(from, span.start), '_'.repeat(span.end - span.start));
      from = span.end;
    }
    parts.push(text.slice(from));
    return parts.join('');
  }

  use(span: Span): void {
    this.used.fill(1, span.start, span.end);
  }

  isUsed(at: number): boolean {
    return this.used[at] === 1;
  }

  isTime(at: number): boolean {
    return this.timed[at] === 1;
  }

  isQuoted(at: number): boolean {
    return this.quoted[at] === 1;
  }

  found<T>(value: T, start: number, end: number, sure: number): Found<T> {
    return { value, span: { start, end }, text: this.text.slice(start, end), sure };
  }

  /** The first match of a pattern outside quotes; its first group is the value's place when there is one. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    for (const match of this.text.matchAll(
      new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`),
    )) {
      if (!this.isQuoted(match.index)) return match;
    }
    return undefined;
  }
}
