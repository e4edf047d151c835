import { addMonths, dayOf, daysInMonth, mondayOf, partsOf, weekdayOf, weekStart } from './civil.ts';
import { duration } from './duration.ts';
import { monthName, yearAfter } from './month-day.ts';
import { digits, ordinal, wholeNumber } from './numbers.ts';
import { choose } from './pick.ts';
import type { Match, Reader } from './reader.ts';
import { shiftDay } from './relative-date.ts';
import type { DateValue } from './values.ts';
import { weekdayName, whichOne } from './weekday-date.ts';

interface MonthRef {
  readonly year: number;
  readonly month: number;
  /** No year was said. */
  readonly loose?: boolean;
  readonly whole?: 'year';
}

/** `of next month`, `in July 2027`, `of the month`, `of 2018`. */
function container(reader: Reader, index: number): Match<MonthRef> | undefined {
  const link = reader.any(index, ['of the year', 'of the', 'in the', 'of', 'in']) ?? index;
  const month = monthName(reader, link);
  const here = partsOf(reader.today);
  if (month) {
    const said = yearAfter(reader, month.next);
    return said
      ? { value: { year: said.value, month: month.value }, next: said.next }
      : { value: { year: here.year, month: month.value, loose: true }, next: month.next };
  }
  if (link === index) return undefined;
  const which = whichOne(reader, link);
  const at = which?.next ?? link;
  if (reader.at(at) === 'month') {
    const first = partsOf(addMonths(reader.today, which?.value ?? 0));
    return { value: { year: first.year, month: first.month }, next: at + 1 };
  }
  if (reader.at(at) === 'year')
    return { value: { year: here.year + (which?.value ?? 0), month: 12, whole: 'year' }, next: at + 1 };
  const plain = digits(reader, link);
  if (plain !== undefined && plain >= 1900 && plain < 2200)
    return { value: { year: plain, month: 12, whole: 'year' }, next: link + 1 };
  return undefined;
}

function nthOf(at: MonthRef, weekday: number | undefined, count: number): number {
  const from = dayOf(at.year, at.whole ? 1 : at.month, 1);
  const to = dayOf(at.year, at.month, daysInMonth(at.year, at.month));
  if (weekday === undefined) return count > 0 ? from + count - 1 : to + count + 1;
  const first = from + ((weekday - weekdayOf(from) + 7) % 7);
  const last = to - ((weekdayOf(to) - weekday + 7) % 7);
  return count > 0 ? first + (count - 1) * 7 : last + (count + 1) * 7;
}

/** `the first Monday of next month`, `last day of October 2015`, `fifth last day of May`, `last Friday in July`. */
export function nthInMonth(reader: Reader, index: number): Match<DateValue> | undefined {
  const from = reader.skip(index, 'the');
  const count = which(reader, from);
  if (!count) return undefined;
  const name = weekdayName(reader, count.next);
  if (!name && reader.at(count.next) !== 'day') return undefined;
  const place = container(reader, name?.next ?? count.next + 1);
  if (!place) return undefined;
  const at = place.value;
  const day = nthOf(at, name?.value, count.value);
  if (!at.loose) return { value: { kind: 'date', day }, next: place.next };
  const step = day >= reader.today ? 0 : 1;
  const coming = nthOf({ ...at, year: at.year + step }, name?.value, count.value);
  const last = nthOf({ ...at, year: at.year + step - 1 }, name?.value, count.value);
  return { value: choose(reader, coming, last, 'yearless'), next: place.next };
}

/** 1 for first, -1 for last, -3 for third last. */
function which(reader: Reader, index: number): Match<number> | undefined {
  if (reader.at(index) === 'last' || reader.at(index) === 'final') return { value: -1, next: index + 1 };
  const nth = ordinal(reader, index);
  if (!nth) return undefined;
  const back = reader.any(nth.next, ['last', 'to last', 'to the last', '- to - last']);
  return back ? { value: -nth.value, next: back } : nth;
}

type DateRule = (reader: Reader, index: number) => Match<DateValue> | undefined;

/** `3 days from Tuesday`, `a week after Christmas`, `the day before Easter`, `two days from tomorrow`. */
export function fromDate(reader: Reader, index: number, date: DateRule): Match<DateValue> | undefined {
  const by = duration(reader, reader.skip(index, 'in')) ?? theDay(reader, index);
  if (!by || by.value.seconds !== 0) return undefined;
  const after = reader.any(by.next, ['after', 'from', 'since', 'following', 'past']);
  const before = reader.any(by.next, ['before', 'prior to', 'ahead of']);
  const link = after ?? before;
  if (link === undefined) return undefined;
  const anchor = date(reader, link) ?? yearAnchor(reader, link);
  if (!anchor) return undefined;
  const sign = after === undefined ? -1 : 1;
  return {
    value: { ...anchor.value, day: shiftDay(anchor.value.day, by.value, sign), otherDay: undefined },
    next: anchor.next,
  };
}

function theDay(reader: Reader, index: number) {
  const next = reader.any(index, ['the day', 'day', 'the week', 'week']);
  const days = next !== undefined && reader.at(next - 1) === 'week' ? 7 : 1;
  return next === undefined ? undefined : { value: { kind: 'duration' as const, months: 0, days, seconds: 0 }, next };
}

function yearAnchor(reader: Reader, index: number): Match<DateValue> | undefined {
  const link = reader.any(index, ['the year', 'year']);
  const plain = link === undefined ? undefined : digits(reader, link);
  return plain === undefined || link === undefined
    ? undefined
    : { value: { kind: 'date', day: dayOf(plain, 1, 1) }, next: link + 1 };
}

/** `third Tuesday after Christmas`, `the closest Monday to Oct 5th`. */
export function nthFromDate(reader: Reader, index: number, date: DateRule): Match<DateValue> | undefined {
  const from = reader.skip(index, 'the');
  const nth = ordinal(reader, from) ?? { value: 1, next: from };
  const closest = reader.any(nth.next, ['closest', 'nearest']);
  const name = weekdayName(reader, closest ?? nth.next);
  if (!name) return undefined;
  const link = closest ? reader.any(name.next, ['to']) : reader.any(name.next, ['after', 'following']);
  const before = closest ? undefined : reader.any(name.next, ['before']);
  const anchor = date(reader, link ?? before ?? reader.tokens.length);
  if (!anchor) return undefined;
  const day = anchor.value.day;
  const ahead = ((name.value - weekdayOf(day) + 6) % 7) + 1;
  if (before)
    return {
      value: { kind: 'date', day: day + ahead - 7 * (ahead === 7 ? nth.value + 1 : nth.value) },
      next: anchor.next,
    };
  if (!closest) return { value: { kind: 'date', day: day + ahead + (nth.value - 1) * 7 }, next: anchor.next };
  const near = [-21, -14, -7, 0, 7, 14, 21]
    .map((offset) => day + ahead + offset)
    .sort((a, b) => Math.abs(a - day) - Math.abs(b - day));
  return { value: { kind: 'date', day: near[nth.value - 1] ?? day }, next: anchor.next };
}

/** `week 31`, `week 3 of 2027`; the Monday. */
export function weekNumber(reader: Reader, index: number): Match<{ monday: number }> | undefined {
  const from = reader.any(index, ['the week', 'week', 'wk', 'calendar week', 'w']);
  if (from === undefined) return undefined;
  const number = wholeNumber(reader, reader.skip(from, 'number', '#'));
  if (!number || number.value < 1 || number.value > 53) return undefined;
  const said = yearAfter(reader, number.next);
  const year = said?.value ?? partsOf(reader.today).year;
  return { value: { monday: mondayOf(weekStart(year, number.value)) }, next: said?.next ?? number.next };
}
