import { addMonths, mondayOf, weekdayOf } from './civil.ts';
import { ordinal } from './numbers.ts';
import { type PeriodUnit, dateRange, periodWords } from './period-unit.ts';
import { type Match, type Reader, longest } from './reader.ts';
import type { RangeValue } from './values.ts';
import { namedYears } from './year-period.ts';

/** `the first week of October`, `last week of 2018`, `third month of 2021`, `the last 3 weeks of this year`, `first ten days of May`. */
export function nthWithin(
  reader: Reader,
  index: number,
  period: (reader: Reader, index: number) => Match<RangeValue> | undefined,
): Match<RangeValue> | undefined {
  const from = reader.skip(index, 'the');
  const back = reader.at(from) === 'last' || reader.at(from) === 'final';
  const nth = back ? { value: 1, next: from + 1 } : ordinal(reader, from);
  if (!nth) return undefined;
  const fromEnd = back ? undefined : reader.any(nth.next, ['last', 'to last']);
  const count = yearlessCount(reader, fromEnd ?? nth.next);
  const word = reader.at(count.next).replace(/s$/, '');
  const unit = word === 'day' ? 'day' : periodWords[word];
  if (!unit || (!/^(?:of|in|next|this|last)$/.test(reader.at(count.next + 1)) && unit !== 'quarter')) return undefined;
  const within = longest(
    period(reader, reader.skip(count.next + 1, 'of', 'in')),
    namedYears(reader, reader.skip(count.next + 1, 'of the', 'of', 'in', 'the')),
  );
  if (!within || within.value.start === undefined || within.value.end === undefined) return undefined;
  const position = back ? -1 : fromEnd ? -nth.value : nth.value;
  return { value: slice(within.value.start, within.value.end, unit, position, count.value), next: within.next };
}

function yearlessCount(reader: Reader, index: number): Match<number> {
  const plain = /^[0-9]{1,2}$/.test(reader.at(index))
    ? { value: Number(reader.at(index)), next: index + 1 }
    : undefined;
  const words: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10 };
  const word = words[reader.at(index)];
  return plain ?? (word === undefined ? { value: 1, next: index } : { value: word, next: index + 1 });
}

function slice(start: number, end: number, unit: PeriodUnit | 'day', position: number, count: number): RangeValue {
  if (unit === 'day')
    return position > 0
      ? dateRange(start + position - 1, start + position - 1 + count)
      : dateRange(end + position - count + 1, end + position + 1);
  if (unit === 'week' || unit === 'workweek' || unit === 'weekend') {
    const thursday = (day: number) => day + 4 - weekdayOf(day);
    const first = thursday(start) >= start ? mondayOf(start) : mondayOf(start) + 7;
    const last = thursday(end - 1) < end ? mondayOf(end - 1) : mondayOf(end - 1) - 7;
    const monday = position > 0 ? first + (position - 1) * 7 : last + (position + 1) * 7 - (count - 1) * 7;
    return unit === 'weekend'
      ? dateRange(monday + 5, monday + 7)
      : dateRange(monday, monday + (unit === 'week' ? count * 7 : 5));
  }
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, halfyear: 6, fortnight: 1 }[unit];
  const from =
    position > 0 ? addMonths(start, (position - 1) * months) : addMonths(end, position * months - (count - 1) * months);
  return dateRange(from, addMonths(from, months * count));
}
