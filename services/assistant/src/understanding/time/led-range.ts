import { anyPeriod } from './counted-period.ts';
import { duration } from './duration.ts';
import { point } from './point.ts';
import { type Match, type Reader, longest } from './reader.ts';
import type { RangeValue, TimeReading } from './values.ts';

const befores = [
  'before',
  'until',
  'till',
  'til',
  "' til",
  'no later than',
  'not later than',
  'by',
  'earlier than',
  'prior to',
  'up to',
  'through',
  'as late as',
  'on or before',
  'less than',
  'ending',
  'sooner than',
  'up until',
  'sometimes before',
  'sometime before',
];
const afters = [
  'after',
  'since',
  'from',
  'later than',
  'starting on',
  'starting from',
  'starting at',
  'starting',
  'beginning on',
  'beginning',
  'as early as',
  'no earlier than',
  'not before',
  'any time after',
  'anytime after',
  'on or after',
  'as of',
  'from around',
  'greater than',
  'newer than',
  'more than',
  'any time from',
  'onwards from',
];
const beyond = /^(?:after|than|past)$/;

/** What an open range hangs on. */
function anchor(reader: Reader, index: number): Match<TimeReading> | undefined {
  const now = reader.any(index, ['now', 'date']);
  if (now !== undefined && reader.at(index) === 'date') {
    const led = /^(?:till|til|until|to)$/.test(reader.at(index - 1)) && reader.at(index - 2) !== 'up';
    return led ? { value: { kind: 'date', day: reader.today }, next: now } : undefined;
  }
  if (now !== undefined) return { value: { kind: 'moment', at: reader.now, exact: true }, next: now };
  return longest<TimeReading>(
    point(reader, index),
    anyPeriod(reader, index),
    anyPeriod(reader, reader.skip(index, 'the')),
    bareClock(reader, index),
  );
}

/** "before 3": the preposition makes the number a time. */
function bareClock(reader: Reader, index: number): Match<TimeReading> | undefined {
  const hour = reader.at(index);
  if (!/^(?:1[0-2]|[1-9])$/.test(hour) || reader.tokens[index + 1]?.kind === 'number') return undefined;
  if (
    reader.tokens[index + 1]?.kind === 'word' &&
    !/^(?:on|today|tomorrow|please|and|or|in|this|next|with|for)$/.test(reader.at(index + 1))
  )
    return undefined;
  return { value: { kind: 'time', seconds: Number(hour) * 3600, halfDay: true }, next: index + 1 };
}

export function half(value: TimeReading, side: 'start' | 'end', past: boolean): RangeValue | undefined {
  if (value.kind === 'time')
    return {
      kind: 'range',
      grain: 'time',
      [side]: value.seconds,
      ...(value.halfDay && { halfDay: true }),
      ...(value.impossible && { impossible: value.impossible }),
    };
  const other = side === 'start' ? 'otherStart' : 'otherEnd';
  if (value.kind === 'date')
    return {
      kind: 'range',
      grain: 'date',
      [side]: value.day,
      [other]: value.otherDay,
      ...(value.impossible && { impossible: value.impossible }),
    };
  if (value.kind === 'moment')
    return {
      kind: 'range',
      grain: 'moment',
      [side]: value.at,
      [other]: value.otherAt,
      ...(value.halfDay && { halfDay: true }),
    };
  if (value.kind !== 'range') return undefined;
  const isEarlyStart = value.named === true;
  const edge = side === 'start' ? (past && isEarlyStart ? value.end : value.start) : value.start;
  const otherEdge = side === 'start' ? (past && isEarlyStart ? value.otherEnd : value.otherStart) : value.otherStart;
  return { kind: 'range', grain: value.grain, [side]: edge, [other]: otherEdge };
}

/** `before Friday`, `until 4pm`, `since 2014`, `after next week`, `starting January 7th`. */
export function led(reader: Reader, index: number): Match<RangeValue> | undefined {
  const toDate = reader.any(index, ['to date', 'till date']);
  if (toDate !== undefined) return { value: { kind: 'range', grain: 'date', end: reader.today }, next: toDate };
  for (const [words, usual] of [
    [befores, 'end'],
    [afters, 'start'],
  ] as const) {
    const at = reader.any(index, words);
    if (at === undefined) continue;
    const lead = reader.at(at - 1);
    const side = /^(?:more|less)$/.test(reader.at(index)) ? sideOf(reader, at) : usual;
    if (/^(?:more|less)$/.test(reader.at(index)) && !longEnough(reader, at)) continue;
    const whole = reader.skip(
      at,
      'the end of',
      'end of',
      'the beginning of',
      'beginning of',
      'the start of',
      'start of',
      'early',
    );
    const named =
      whole > at ? longest(anyPeriod(reader, whole), anyPeriod(reader, reader.skip(whole, 'the'))) : undefined;
    if (named && lead === 'from') continue;
    if (named) {
      const atEnd = reader.at(whole - 2) === 'end';
      const edge = atEnd ? named.value.end : named.value.start;
      const otherEdge = atEnd ? named.value.otherEnd : named.value.otherStart;
      const other = side === 'start' ? 'otherStart' : 'otherEnd';
      return { value: { kind: 'range', grain: named.value.grain, [side]: edge, [other]: otherEdge }, next: named.next };
    }
    const found = anchor(reader, at);
    if (!found || (lead === 'from' && found.value.kind === 'range' && found.value.grain === 'date')) continue;
    if (lead === 'from' && reader.past && (found.value.kind === 'date' || found.value.kind === 'range')) continue;
    if (
      found.value.kind === 'range' &&
      (found.value.start === undefined || (!found.value.named && found.value.end !== undefined))
    )
      continue;
    const value = half(found.value, side, beyond.test(lead));
    if (value) return { value, next: found.next };
  }
  return undefined;
}

/** `more than 2 weeks before today` ends there, `more than 2 weeks after` begins. */
function sideOf(reader: Reader, index: number): 'start' | 'end' {
  const long = duration(reader, index);
  return long && reader.at(long.next) === 'before' ? 'end' : 'start';
}

/** `more than 2 weeks after today`. */
function longEnough(reader: Reader, index: number): boolean {
  const long = duration(reader, index);
  return long !== undefined && /^(?:after|before|from)$/.test(reader.at(long.next));
}
