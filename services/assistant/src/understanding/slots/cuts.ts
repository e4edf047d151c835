import type { Found, Span } from '../types.ts';
import type { Page } from './page.ts';

const courtesies =
  /^(?:\W{0,3}(?:please|pls|can you|could you|would you|will you|hey|hi|ok|okay|also|and|then|now|just|kindly|help me|i(?:['’]d| would) like (?:you )?to|i want (?:you )?to|i need you to)\b[\s,]{0,3}){0,5}/iu;

/** What follows is text that is passed on; a request is no longer. */
const readAtMost = 5_000;

/** The same text with a stretch made spaces, so that offsets stay. */
export const blank = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + ' '.repeat(Math.max(end - start, 0)) + text.slice(end);

/** What is left of a text in one line, with the stretch of the message it came from; undefined where no word is. */
export function lineOf(page: Page, left: string, from = 0, until = left.length): Found<string> | undefined {
  let start = from;
  let end = until;
  while (start < end && edge.test(left[start] ?? '')) start++;
  while (end > start && edge.test(left[end - 1] ?? '')) end--;
  const value = left.slice(start, end).split(/\s+/u).join(' ');
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(value) ? page.found(value, start, end, 0.8) : undefined;
}
const edge = /[\s,.;:!?–-]/u;

/** A line without its quotes, where all of it is quoted. */
export function unquoted(page: Page, found: Found<string> | undefined): Found<string> | undefined {
  const quote = found && page.quotes.find(({ span }) => Math.abs(span.start - found.span.start) <= 1);
  return quote && found && quote.span.end >= found.span.end ? quote : found;
}

/** A request with single spaces and without courtesies and its last sign, to match patterns on. */
export class Request {
  readonly text: string;
  private readonly page: Page;
  private readonly left: string;
  private readonly offsets: number[] = [];

  constructor(page: Page, left: string) {
    this.page = page;
    this.left = left;
    let text = '';
    const until = Math.min(left.length, readAtMost);
    for (let at = courtesies.exec(left)?.[0].length ?? 0; at < until; at++) {
      const sign = /\s/u.test(left[at] ?? '') ? ' ' : (left[at] ?? '');
      if (sign === ' ' && (text === '' || text.endsWith(' '))) continue;
      text += sign;
      this.offsets.push(at);
    }
    while (/[\s.!?]$/u.test(text)) text = text.slice(0, -1);
    this.text = text;
  }

  /** Offset in the message of a place in the text. */
  offset(at: number): number {
    return this.offsets[at] ?? this.left.length;
  }

  /** The first pattern that fits, and a group of it as it was written. */
  match(patterns: readonly RegExp[]): ((group: string) => Span | undefined) | undefined {
    for (const pattern of patterns) {
      const match = new RegExp(pattern.source, `${pattern.flags}d`).exec(this.text);
      if (!match) continue;
      return (group) => {
        const [start, end] = match.indices?.groups?.[group] ?? [];
        return start === undefined || end === undefined || end <= start
          ? undefined
          : { start: this.offset(start), end: this.offset(end - 1) + 1 };
      };
    }
    return undefined;
  }

  /** The words of a stretch, without quotes around all of them. */
  line(span: Span | undefined): Found<string> | undefined {
    return span && unquoted(this.page, lineOf(this.page, this.left, span.start, span.end));
  }
}
