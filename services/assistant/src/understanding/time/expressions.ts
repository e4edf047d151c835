import { anyPeriod } from './counted-period.ts';
import { duration } from './duration.ts';
import { edgeOfDay } from './edge-of-day.ts';
import { openRange } from './open-range.ts';
import { point } from './point.ts';
import { longest, Reader, type Match, type ReaderOptions } from './reader.ts';
import { recurringSet } from './set.ts';
import { span } from './span.ts';
import type { TimeReading } from './values.ts';
import type { Span } from '../types.ts';

/** One time expression of a message. */
export interface TimeExpression {
  readonly value: TimeReading;
  readonly span: Span;
  readonly text: string;
}

/** A length of time; "more than" and "another" change nothing about it. */
function lengthOnly(reader: Reader, index: number): Match<TimeReading> | undefined {
  const led = reader.skip(index, 'more than', 'less than', 'at least', 'at most', 'about', 'around');
  return led > index && point(reader, led) ? undefined : duration(reader, led);
}

function read(reader: Reader, index: number): Match<TimeReading> | undefined {
  return longest<TimeReading>(
    recurringSet(reader, index),
    openRange(reader, index),
    span(reader, index),
    point(reader, index),
    anyPeriod(reader, index),
    edgeOfDay(reader, index),
    lengthOnly(reader, index),
  );
}

/** Every time expression of a message from left to right, none inside another. */
export function timeExpressions(text: string, options: ReaderOptions): TimeExpression[] {
  const reader = new Reader(text, options);
  const found: TimeExpression[] = [];
  for (let index = 0; index < reader.tokens.length;) {
    const match = read(reader, index);
    if (!match || isPartOfWord(reader, index, match.next)) {
      index++;
      continue;
    }
    const start = reader.tokens[index]?.start ?? 0;
    const end = reader.tokens[match.next - 1]?.end ?? start;
    found.push({ value: match.value, span: { start, end }, text: reader.text.slice(start, end) });
    index = match.next;
  }
  return found;
}

/** `may-be`, `3d-printer`, `user_2018`: letters or signs hold it together with more. */
function isPartOfWord(reader: Reader, index: number, next: number): boolean {
  const before = reader.at(index - 1);
  const first = reader.tokens[index];
  if (first && !first.spaced && index > 0 && /^[_@#$€£]$/.test(before)) return true;
  const after = reader.tokens[next];
  return after !== undefined && !after.spaced && /^[_@]$/.test(after.text) && after.text === '_';
}
