import { duration, durationOf, unit } from './duration.ts';
import { quantity } from './numbers.ts';
import { partOf } from './part-of-period.ts';
import { type PeriodUnit, dateRange, periodWords } from './period-unit.ts';
import { period, periodAround, workdays } from './period.ts';
import { type Match, type Reader, longest } from './reader.ts';
import { shiftDay } from './relative-date.ts';
import { type DurationValue, type RangeValue, totalSeconds } from './values.ts';

const ahead = ['next', 'the next', 'coming', 'the coming', 'upcoming', 'the upcoming', 'following', 'the following'];
const behind = ['last', 'the last', 'past', 'the past', 'previous', 'the previous', 'these last', 'these past'];

/** The stretch of `by` that begins or ends now; days begin tomorrow. */
function stretch(reader: Reader, by: DurationValue, sign: 1 | -1, fromToday = false): RangeValue {
  if (by.seconds !== 0) {
    const day = Math.floor(reader.now / 86_400);
    const far = shiftDay(day, by, sign) * 86_400 + (reader.now - day * 86_400) + sign * by.seconds;
    return { kind: 'range', grain: 'moment', start: sign > 0 ? reader.now : far, end: sign > 0 ? far : reader.now };
  }
  if (by.workdays) return workdays(reader, by.days, sign > 0);
  if (sign < 0) return dateRange(shiftDay(reader.today, by, -1), reader.today);
  const start = fromToday ? reader.today : reader.today + 1;
  return dateRange(start, shiftDay(start, by, 1));
}

/** Quarters and decades count whole ones. */
function aligned(reader: Reader, unit: PeriodUnit, count: number, sign: 1 | -1): RangeValue | undefined {
  if (unit !== 'quarter' && unit !== 'decade' && unit !== 'century') return undefined;
  const near = periodAround(reader.today, unit, sign);
  const far = periodAround(reader.today, unit, sign * count);
  return sign > 0 ? dateRange(near.start, far.end) : dateRange(far.start, near.end);
}

/** `next 3 days`, `the past two weeks`, `5 coming minutes`, `last few hours`. */
function countedPeriod(reader: Reader, index: number): Match<RangeValue> | undefined {
  for (const [words, sign] of [
    [ahead, 1],
    [behind, -1],
  ] as const) {
    const led = reader.any(index, words);
    if (led === undefined || /^(?:an?|another|half)$/.test(reader.at(led)) || isVerbLast(reader, index)) continue;
    const whole = duration(reader, led) ?? one(reader, led);
    const by = whole && reader.at(whole.next) === 'ago' ? firstPart(reader, led) : whole;
    if (!by) continue;
    const of = periodWords[reader.at(by.next - 1).replace(/s$/, '')];
    const count = Math.round(
      totalSeconds(by.value) / 86_400 / (of === 'quarter' ? 90 : of === 'decade' ? 3650 : 36_500),
    );
    return { value: (of && aligned(reader, of, count, sign)) ?? stretch(reader, by.value, sign), next: by.next };
  }
  return middleWord(reader, index);
}

/** "It will last two hours": a verb, not the past. */
const isVerbLast = (reader: Reader, index: number) =>
  reader.at(index) === 'last' &&
  /^(?:will|to|should|shouldn't|could|would|can|may|might|must|won't|wouldn't|does|doesn't|it|that|'ll)$/.test(
    reader.at(index - 1),
  );

/** "The last 3 months and 2 days ago": the count before "and". */
function firstPart(reader: Reader, index: number): Match<DurationValue> | undefined {
  const count = quantity(reader, index);
  const of = count && unit(reader, count.next);
  return count && of && { value: durationOf(count.value, of.value), next: of.next };
}

/** `the next hour`, `next day and 5 hours`. */
function one(reader: Reader, index: number): Match<DurationValue> | undefined {
  const word = reader.at(index);
  const seconds = { hour: 3600, minute: 60, second: 1, fortnight: 0 }[word];
  if (seconds === undefined) return undefined;
  return { value: { kind: 'duration', months: 0, days: word === 'fortnight' ? 14 : 0, seconds }, next: index + 1 };
}

/** `2 next days`, `5 past minutes`. */
function middleWord(reader: Reader, index: number): Match<RangeValue> | undefined {
  const count = reader.at(index);
  const word = reader.at(index + 1);
  const sign = ahead.includes(word) ? 1 : behind.includes(word) ? -1 : 0;
  if (sign === 0 || !/^[0-9]{1,3}$/.test(count)) return undefined;
  const of = unit(reader, index + 2);
  if (Number(count) !== 1 && !reader.at((of?.next ?? 1) - 1).endsWith('s')) return undefined;
  return of ? { value: stretch(reader, durationOf(Number(count), of.value), sign), next: of.next } : undefined;
}

/** `within 3 years`, `within the next 5 hours`, `4 weeks in the future`. */
function within(reader: Reader, index: number): Match<RangeValue> | undefined {
  const led = reader.any(index, [
    'within the next',
    'within next',
    'within the upcoming',
    'within the coming',
    'within',
    'in the next',
    'over the next',
    'during the next',
  ]);
  if (led === undefined) {
    const by = duration(reader, index);
    const next = by && reader.any(by.next, ['in the future', 'hence', 'from here']);
    return by && next ? { value: stretch(reader, by.value, 1), next } : undefined;
  }
  const by = duration(reader, led) ?? dayAnd(reader, led);
  const plain = reader.at(index) === 'within';
  return by && plain ? { value: stretch(reader, by.value, 1, true), next: by.next } : undefined;
}

/** `the next day and 5 hours`. */
function dayAnd(reader: Reader, index: number): Match<DurationValue> | undefined {
  if (reader.at(index) === 'hour') return one(reader, index);
  if (reader.at(index) !== 'day' && reader.at(index) !== 'week') return undefined;
  const days = reader.at(index) === 'week' ? 7 : 1;
  const more = reader.at(index + 1) === 'and' ? duration(reader, index + 2) : undefined;
  const base: DurationValue = { kind: 'duration', months: 0, days, seconds: 0 };
  return more
    ? { value: { ...more.value, days: more.value.days + days }, next: more.next }
    : { value: base, next: index + 1 };
}

/** Every stretch of days, named or counted. */
export function anyPeriod(reader: Reader, index: number): Match<RangeValue> | undefined {
  return reader.once(readAny, index);
}

function readAny(reader: Reader, index: number): Match<RangeValue> | undefined {
  return longest(period(reader, index), countedPeriod(reader, index), within(reader, index), partOf(reader, index));
}
