import { year as yearNumber } from './numbers.ts';
import { weekNumber } from './anchored-date.ts';
import { mondayOf, weekdayOf } from './civil.ts';
import { date } from './date.ts';
import { holiday, holidayIn } from './holidays.ts';
import { dateRange } from './period-unit.ts';
import type { Match, Reader } from './reader.ts';
import type { RangeValue } from './values.ts';

/** `week 31`, `the week of the 18th`, `w/c Feb 4`, `weekend of Thanksgiving`, `week beginning on Monday`. */
export function weekOf(reader: Reader, index: number): Match<RangeValue> | undefined {
  const number = weekNumber(reader, index);
  if (number) return { value: dateRange(number.value.monday, number.value.monday + 7), next: number.next };
  const from = reader.skip(index, 'the');
  const led = reader.any(from, [
    'week of',
    'week beginning on',
    'week beginning',
    'week commencing',
    'week starting on',
    'week starting',
    'w / c',
    'wc',
    'week containing',
    'week with',
  ]);
  const weekend = reader.any(from, ['weekend of', 'weekend after', 'weekend before']);
  const around = led === undefined && weekend === undefined ? holidayWeekend(reader, from) : undefined;
  if (around) return around;
  const anchor = date(reader, led ?? weekend ?? reader.tokens.length);
  if (!anchor) return undefined;
  if (weekend) {
    const saturday = mondayOf(anchor.value.day) + 5;
    return { value: dateRange(Math.min(saturday, anchor.value.day), saturday + 2), next: anchor.next };
  }
  const other =
    anchor.value.otherDay === undefined
      ? {}
      : { otherStart: mondayOf(anchor.value.otherDay), otherEnd: mondayOf(anchor.value.otherDay) + 7 };
  const monday = mondayOf(anchor.value.day);
  return { value: dateRange(monday, monday + 7, other), next: anchor.next };
}

/** `Labor Day weekend`, `Halloween weekend 2021`: the Saturday and Sunday beside it, and the day itself. */
function holidayWeekend(reader: Reader, index: number): Match<RangeValue> | undefined {
  const named = holiday(reader, index);
  if (!named || reader.at(named.next) !== 'weekend') return undefined;
  const said = yearNumber(reader, named.next + 1);
  const day = said ? (holidayIn(reader, index, said.value) ?? named.value.day) : named.value.day;
  const saturday = weekdayOf(day) === 1 ? day - 2 : mondayOf(day) + 5;
  const start = weekdayOf(day) === 4 || weekdayOf(day) === 5 ? day : saturday;
  return { value: dateRange(start, Math.max(saturday + 2, day + 1)), next: said?.next ?? named.next + 1 };
}
