import { year as yearNumber } from './numbers.ts';
import { addWorkdays, dayOf, mondayOf, partsOf } from './civil.ts';
import { monthName, yearAfter } from './month-day.ts';
import { nthWithin } from './nth-period.ts';
import { type PeriodUnit, dateRange, periodWords } from './period-unit.ts';
import { type Match, type Reader, longest } from './reader.ts';
import type { RangeValue } from './values.ts';
import { weekOf } from './week-period.ts';
import { whichOne } from './weekday-date.ts';
import { doubtfulMonths } from './words.ts';
import { namedYears } from './year-period.ts';

/** The period `offset` away from the one that holds a day. */
export function periodAround(day: number, unit: PeriodUnit, offset: number): RangeValue {
  const { year, month } = partsOf(day);
  const monday = mondayOf(day) + offset * 7;
  switch (unit) {
    case 'week':
      return dateRange(monday, monday + 7);
    case 'workweek':
      return dateRange(monday, monday + 5);
    case 'weekend':
      return dateRange(monday + 5, monday + 7);
    case 'fortnight':
      return offset < 0 ? dateRange(day - 14, day) : dateRange(day + 1, day + 15);
    case 'month':
      return dateRange(dayOf(year, month + offset, 1), dayOf(year, month + offset + 1, 1));
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 + offset * 3;
      return dateRange(dayOf(year, first, 1), dayOf(year, first + 3, 1));
    }
    case 'halfyear': {
      const first = Math.floor((month - 1) / 6) * 6 + 1 + offset * 6;
      return dateRange(dayOf(year, first, 1), dayOf(year, first + 6, 1));
    }
    case 'year':
      return dateRange(dayOf(year + offset, 1, 1), dayOf(year + offset + 1, 1, 1));
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + offset * 10;
      return dateRange(dayOf(first, 1, 1), dayOf(first + 10, 1, 1));
    }
    case 'century': {
      const first = Math.floor(year / 100) * 100 + offset * 100;
      return dateRange(dayOf(first, 1, 1), dayOf(first + 100, 1, 1));
    }
  }
}

/** `this week`, `next month`, `the quarter`, `my week`, `the weekend`, `the week after next`. */
function picked(reader: Reader, index: number): Match<RangeValue> | undefined {
  const which = whichOne(reader, index);
  const article = reader.any(index, ['the', 'my']);
  const bare = periodWords[reader.at(index)] === 'weekend' ? index : undefined;
  const from = which?.next ?? article ?? bare;
  if (from === undefined) return undefined;
  const work = reader.any(from, [
    'work week',
    'working week',
    'business week',
    'calendar year',
    'calendar month',
    'calendar week',
  ]);
  const unit: PeriodUnit | undefined =
    work !== undefined && !/^cal/.test(reader.at(from))
      ? 'workweek'
      : periodWords[reader.at(work === undefined ? from : work - 1)];
  if (!unit) return undefined;
  const next = work ?? from + 1;
  if (!which && /^(?:of|in|beginning|commencing|starting|after|before)$/.test(reader.at(next)))
    return afterNext(reader, next, unit);
  if (!which && (unit === 'fortnight' || unit === 'century' || unit === 'decade')) return undefined;
  return { value: periodAround(reader.today, unit, which?.value ?? 0), next };
}

function afterNext(reader: Reader, index: number, unit: PeriodUnit): Match<RangeValue> | undefined {
  const next = reader.any(index, ['after the next', 'after next']);
  if (next) return { value: periodAround(reader.today, unit, 2), next };
  const before = reader.any(index, ['before last']);
  return before ? { value: periodAround(reader.today, unit, -2), next: before } : undefined;
}

/** `March`, `May 2027`, `the June of nineteen ninety nine`, `next March`, `2016 june`. */
function month(reader: Reader, index: number): Match<RangeValue> | undefined {
  const which = whichOne(reader, index);
  const from = which?.next ?? reader.skip(index, 'the month of', 'month of', 'the');
  const name = monthName(reader, from) ?? undefined;
  const led = yearNumber(reader, index);
  const later =
    led && reader.tokens[index]?.kind === 'number' ? monthName(reader, reader.skip(led.next, ',')) : undefined;
  if (led && later) return { value: monthRange(led.value, later.value), next: later.next };
  if (!name) return undefined;
  const said = yearAfter(reader, name.next);
  if (said) return { value: monthRange(said.value, name.value), next: said.next };
  if ((!which || /^(?:that|same)$/.test(reader.at(from - 1))) && isVerb(reader, from)) return undefined;
  const here = partsOf(reader.today);
  const afterThat = reader.any(name.next, ['after next']);
  const ahead = here.month < name.value || (here.month === name.value && !which) ? here.year : here.year + 1;
  if (which && which.value >= 0) {
    const year = which.value === 0 ? here.year : ahead;
    return { value: monthRange(year, name.value), next: name.next };
  }
  const past = here.month > name.value ? here.year : here.year - 1;
  if (which) return { value: monthRange(past, name.value), next: name.next };
  const coming = monthRange(ahead + (afterThat ? 1 : 0), name.value);
  const last = monthRange(here.month >= name.value ? here.year : here.year - 1, name.value);
  const [first, other] = reader.past ? [last, coming] : [coming, last];
  return { value: { ...first, otherStart: other.start, otherEnd: other.end }, next: afterThat ?? name.next };
}

function monthRange(year: number, month: number): RangeValue {
  return dateRange(dayOf(year, month, 1), dayOf(year, month + 1, 1));
}

/** "you may", "march on", "$DEC": words and codes, not months. */
function isVerb(reader: Reader, index: number): boolean {
  if (/^[$#@]$/.test(reader.at(index - 1)) && reader.glued(index)) return true;
  if (!doubtfulMonths.has(reader.at(index)) || reader.any(index + 1, ['after next'])) return false;
  const before = reader.at(index - 1);
  const after = reader.tokens[index + 1];
  const written = reader.text[reader.tokens[index]?.start ?? 0];
  const goesOn =
    after?.kind === 'word' &&
    !/^(?:to|at|on|in|and|or|through|thru|until|till|for|with|please|of|next|this|if|from|is|was|before|after|between|by|the)$/.test(
      after.text,
    );
  if (reader.at(index) === 'may' && written === 'm' && goesOn) return true;
  if (reader.at(index) === 'dec' || reader.at(index) === 'jan') return reader.at(index + 1) === "'";
  if (
    /^(?:in|during|of|this|next|last|until|till|since|from|to|for|by|and|before|after|through|thru|every|early|late|mid|end|-|the)$/.test(
      before,
    )
  )
    return false;
  return reader.tokens.length > 1;
}

/** Any named stretch of days. */
export function period(reader: Reader, index: number): Match<RangeValue> | undefined {
  return reader.once(readPeriod, index);
}

function readPeriod(reader: Reader, index: number): Match<RangeValue> | undefined {
  return longest(
    picked(reader, index),
    month(reader, index),
    weekOf(reader, index),
    nthWithin(reader, index, period),
    namedYears(reader, index),
  );
}

/** The next or last so many working days, from tomorrow or up to today. */
export function workdays(reader: Reader, count: number, forward: boolean): RangeValue {
  return forward
    ? dateRange(addWorkdays(reader.today, 1), addWorkdays(reader.today, count) + 1)
    : dateRange(addWorkdays(reader.today, -count), reader.today);
}
