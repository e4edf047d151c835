import { addMonths, daySeconds, partsOf } from './civil.ts';
import { anyPeriod } from './counted-period.ts';
import { date } from './date.ts';
import { dayRange } from './day-range.ts';
import { duration } from './duration.ts';
import { point } from './point.ts';
import { longest, type Match, type Reader } from './reader.ts';
import { shiftDay } from './relative-date.ts';
import type { DateValue, RangeValue, TimeReading } from './values.ts';
import { looseDom } from './pick.ts';
import { dayNumber } from './month-day.ts';

const toWords = ['to', '-', '–', '—', '~', 'until', 'till', 'til', 'thru', 'through', 'up to', 'up until', 'ending'];

/** An end of a range: a point, a period, now, or a bare day after another date. */
function bound(reader: Reader, index: number): Match<TimeReading> | undefined {
  const now = reader.any(index, ['now', 'right now', 'this moment', 'date']);
  if (now !== undefined) return { value: { kind: 'moment', at: reader.now, exact: true }, next: now };
  return longest<TimeReading>(point(reader, index), anyPeriod(reader, index));
}

function laterDate(reader: Reader, index: number): Match<TimeReading> | undefined {
  const found = bound(reader, index);
  if (found) return found;
  const day = dayNumber(reader, index, false);
  return day && reader.at(index) === 'the' ? { value: looseDom(reader, day.value), next: day.next } : undefined;
}

/** `from A to B`, `between A and B`, `A - B`, of any kinds that go together. */
function joined(reader: Reader, index: number): Match<RangeValue> | undefined {
  const between = reader.any(index, ['between the', 'between']);
  const led =
    between ??
    reader.any(index, ['from', 'starting from', 'starting on', 'starting', 'in', 'on', 'beginning on']) ??
    index;
  const first = bound(reader, led);
  if (!first) return undefined;
  const link =
    between === undefined ? reader.any(first.next, toWords) : reader.any(first.next, ['and', '-', 'to', '–']);
  if (link === undefined) return undefined;
  if (
    /^[-–]$/.test(reader.at(first.next)) &&
    first.value.kind === 'range' &&
    reader.tokens[first.next]?.spaced !== reader.tokens[first.next + 1]?.spaced
  )
    return undefined;
  const second = laterDate(reader, link);
  const value = second && rangeOf(reader, first.value, second.value);
  return second && value ? { value, next: second.next } : undefined;
}

function rangeOf(reader: Reader, first: TimeReading, second: TimeReading): RangeValue | undefined {
  const from = asDate(first, reader);
  const to = asDate(second, reader);
  if (from && to) return dateSpan(reader, from, to);
  if (second.kind === 'time' && first.kind === 'moment')
    return untilTime(first.at, second.seconds, second.halfDay === true);
  if (first.kind === 'time' && second.kind === 'moment') {
    const day = Math.floor(second.at / daySeconds);
    return { kind: 'range', grain: 'moment', start: day * daySeconds + first.seconds, end: second.at };
  }
  const start = asMoment(first);
  const end = asMoment(second);
  return start !== undefined && end !== undefined && end >= start
    ? { kind: 'range', grain: 'moment', start, end }
    : undefined;
}

function untilTime(at: number, seconds: number, halfDay: boolean): RangeValue {
  const day = Math.floor(at / daySeconds) * daySeconds;
  const candidates = halfDay ? [seconds, (seconds + 43_200) % daySeconds] : [seconds];
  const later = candidates.map((candidate) => day + candidate).filter((candidate) => candidate > at);
  return {
    kind: 'range',
    grain: 'moment',
    start: at,
    end: later.length ? Math.min(...later) : day + daySeconds + seconds,
  };
}

function asDate(value: TimeReading, reader: Reader): DateValue | undefined {
  if (value.kind === 'date') return value;
  if (value.kind === 'moment' && value.exact && value.at === reader.now) return { kind: 'date', day: reader.today };
  if (value.kind !== 'range' || value.grain !== 'date') return undefined;
  const edged = value.edge !== undefined;
  const day = edged ? value.edge : value.start;
  if (day === undefined) return undefined;
  const other = edged ? value.otherEdge : value.otherStart;
  return { kind: 'date', day, ...(other !== undefined && { otherDay: other, loose: 'yearless' as const }) };
}

function dateSpan(reader: Reader, from: DateValue, to: DateValue): RangeValue {
  let start = from.day;
  let end = to.day;
  const impossible = from.impossible ?? to.impossible;
  const begun =
    from.otherDay !== undefined && to.loose && from.otherDay < reader.today ? nextAfter(to, from.otherDay) : 0;
  if (begun > reader.today && from.loose === 'yearless')
    return { kind: 'range', grain: 'date', start: from.otherDay, end: begun };
  if (from.loose === 'yearless' && !to.loose && from.otherDay !== undefined) {
    while (start > end) start = addMonths(start, -12);
    while (addMonths(start, 12) < end && partsOf(start).year < partsOf(end).year) start = addMonths(start, 12);
  } else if (end < start) end = forward(to, start);
  const other =
    from.otherDay === undefined || !to.loose
      ? undefined
      : { otherStart: from.otherDay, otherEnd: nextAfter(to, from.otherDay) };
  return { kind: 'range', grain: 'date', start, end, ...other, ...(impossible && { impossible }) };
}

function forward(value: DateValue, from: number): number {
  let day = Math.max(value.day, value.otherDay ?? value.day);
  for (let count = 0; day < from && count < 12; count++)
    day = value.loose === 'weekday' ? day + 7 : addMonths(day, value.loose === 'monthday' ? 1 : 12);
  return day;
}

function nextAfter(value: DateValue, from: number): number {
  const days = [value.day, value.otherDay ?? value.day].filter((day) => day > from);
  return days.length ? Math.min(...days) : forward(value, from);
}

function asMoment(value: TimeReading): number | undefined {
  if (value.kind === 'moment') return value.at;
  if (value.kind === 'date') return value.day * daySeconds;
  return undefined;
}

/** `2 weeks starting May 20th`, `18th Dec for 10 days`. */
function daysFrom(reader: Reader, index: number): Match<RangeValue> | undefined {
  const long = duration(reader, reader.skip(index, 'for'));
  const link =
    long &&
    reader.any(long.next, [
      ', from',
      'starting from',
      'starting on',
      'starting',
      'beginning on',
      'beginning',
      'commencing',
      'from',
    ]);
  const start = link === undefined ? undefined : date(reader, link);
  const shifts = long && link !== undefined && reader.at(link - 1) === 'from' && reader.at(index) !== 'for';
  if (long && start && !shifts && long.value.seconds === 0)
    return {
      value: { kind: 'range', grain: 'date', start: start.value.day, end: shiftDay(start.value.day, long.value, 1) },
      next: start.next,
    };
  const day = date(reader, reader.skip(index, 'from'));
  const lead = day && reader.any(day.next, ['for', ', for']);
  const after = lead === undefined ? undefined : duration(reader, lead);
  if (!day || !after || after.value.seconds !== 0) return undefined;
  if (day.value.loose === undefined && day.value.day === reader.today) return undefined;
  return {
    value: { kind: 'range', grain: 'date', start: day.value.day, end: shiftDay(day.value.day, after.value, 1) },
    next: after.next,
  };
}

/** Any stretch with two ends. */
export function span(reader: Reader, index: number): Match<RangeValue> | undefined {
  return reader.once(readSpan, index);
}

function readSpan(reader: Reader, index: number): Match<RangeValue> | undefined {
  return longest(dayRange(reader, index), joined(reader, index), daysFrom(reader, index), periodAndDays(reader, index));
}

/** `next week between Wednesday and Friday`: days of that week. */
function periodAndDays(reader: Reader, index: number): Match<RangeValue> | undefined {
  const week = anyPeriod(reader, index);
  if (!week || week.value.start === undefined || (week.value.end ?? 0) - week.value.start !== 7) return undefined;
  const days = joined(reader, reader.skip(week.next, ','));
  if (!days || days.value.grain !== 'date' || days.value.start === undefined || days.value.end === undefined)
    return undefined;
  const offset = (day: number) => ((((day - (week.value.start ?? 0)) % 7) + 7) % 7) + (week.value.start ?? 0);
  return {
    value: { kind: 'range', grain: 'date', start: offset(days.value.start), end: offset(days.value.end) },
    next: days.next,
  };
}
