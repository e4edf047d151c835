import { addMonths, partsOf } from './civil.ts';
import { digits, ordinal, wordNumber, year } from './numbers.ts';
import { fixedDate, fullYear, looseMonthDay, writtenBetween } from './pick.ts';
import type { Match, Reader } from './reader.ts';
import type { DateValue } from './values.ts';
import { lastWords, months, nextWords, thisWords } from './words.ts';

/** A month's name, with its full stop. */
export function monthName(reader: Reader, index: number): Match<number> | undefined {
  const value = months[reader.at(index)];
  if (value === undefined) return undefined;
  const stop =
    reader.at(index + 1) === '.' &&
    reader.glued(index + 1) &&
    reader.at(index).length <= 4 &&
    reader.at(index) !== 'may';
  const more = reader.tokens[index + 2];
  return { value, next: stop && more !== undefined ? index + 2 : index + 1 };
}

/** A day of the month: `21st`, `the twenty first`, `3`; bare words only where `words` allows. */
export function dayNumber(reader: Reader, index: number, words = true): Match<number> | undefined {
  const the = reader.skip(index, 'the');
  const nth = ordinal(reader, the);
  if (nth)
    return nth.value >= 1 && nth.value <= 31 ? { value: nth.value, next: reader.skip(nth.next, 'day') } : undefined;
  const plain = digits(reader, the);
  if (plain !== undefined) {
    return plain >= 1 && plain <= 31 && reader.at(the).length <= 2 ? { value: plain, next: the + 1 } : undefined;
  }
  const word = words ? wordNumber(reader, the) : undefined;
  return word && word.value >= 1 && word.value <= 31 ? word : undefined;
}

/** `, 2026`, `of 2026`, `in 2026`, `'26`, `this year`, `next year` after a day or a month. */
export function yearAfter(reader: Reader, index: number): Match<number> | undefined {
  const link = reader.skip(index, ', in', 'in the year', 'of the year', 'in', 'of', ',', '/', '-');
  const said = year(reader, link);
  if (said && notAnotherDate(reader, link, said.next)) return said;
  const here = partsOf(reader.today).year;
  const relative = relativeYear(reader, link, here);
  if (relative) return relative;
  if (reader.at(index) === "'" && /^[0-9]{2}$/.test(reader.at(index + 1)) && reader.glued(index + 1)) {
    return { value: fullYear(reader, Number(reader.at(index + 1)), 2), next: index + 2 };
  }
  return undefined;
}

/** `2018-7-6` after "Friday" is no year; `3 to 5` after "October" neither. */
function notAnotherDate(reader: Reader, index: number, next: number): boolean {
  if (reader.tokens[index]?.kind !== 'number') return true;
  const sign = reader.at(next);
  return !(
    /^[-/.:]$/.test(sign) &&
    reader.glued(next) &&
    reader.glued(next + 1) &&
    /^[0-9]/.test(reader.at(next + 1)) &&
    reader.at(next + 1).length <= 2
  );
}

function relativeYear(reader: Reader, index: number, here: number): Match<number> | undefined {
  for (const [words, offset] of [
    [nextWords, 1],
    [lastWords, -1],
    [thisWords, 0],
  ] as const) {
    const picked = reader.any(index, words);
    if (picked && /^(?:year|yr)$/.test(reader.at(picked))) return { value: here + offset, next: picked + 1 };
  }
  return undefined;
}

function settle(reader: Reader, from: number, month: number, day: number, next: number): Match<DateValue> {
  const said = yearAfter(reader, next);
  const end = said?.next ?? next;
  const written = writtenBetween(reader, from, end);
  const value = said ? fixedDate(said.value, month, day, written) : looseMonthDay(reader, month, day, written);
  return { value, next: end };
}

/** `May 29`, `May the 29th`, `Dec. 31, 1994`, `September the twenty-first nineteen seventy eight`. */
export function monthThenDay(reader: Reader, index: number): Match<DateValue> | undefined {
  return reader.once(readMonthThenDay, index);
}

function readMonthThenDay(reader: Reader, index: number): Match<DateValue> | undefined {
  const month = monthName(reader, index);
  if (!month) return undefined;
  const link = reader.glued(month.next) ? reader.skip(month.next, '/', '-') : reader.skip(month.next, ',');
  const day = dayNumber(reader, link);
  if (!day || isClock(reader, day.next)) return undefined;
  if (reader.tokens[link]?.kind === 'number' && reader.at(day.next) === '-' && year(reader, link)) return undefined;
  return settle(reader, index, month.value, day.value, day.next);
}

/** The number before this token is the hour of a time. */
function isClock(reader: Reader, next: number): boolean {
  const after = reader.at(next);
  if (/^(?:am|pm|o'clock|oclock)$/.test(after)) return !reader.tokens[next]?.spaced || after.startsWith('o');
  return after === ':' && reader.glued(next) && /^[0-9]{2}$/.test(reader.at(next + 1));
}

/** `29 May`, `the 29th of May 2020`, `first of march`, `22/Jan/2019`. */
export function dayThenMonth(reader: Reader, index: number): Match<DateValue> | undefined {
  return reader.once(readDayThenMonth, index);
}

function readDayThenMonth(reader: Reader, index: number): Match<DateValue> | undefined {
  const ides = reader.any(index, ['the ides of', 'ides of']);
  if (ides) {
    const month = monthName(reader, ides);
    return month && settle(reader, index, month.value, [3, 5, 7, 10].includes(month.value) ? 15 : 13, month.next);
  }
  const day = dayNumber(reader, index);
  if (!day) return undefined;
  const glued = reader.glued(day.next) ? reader.skip(day.next, '/', '-', '.') : day.next;
  const month = monthName(reader, reader.skip(glued, 'of', 'day of'));
  if (!month) return undefined;
  return settle(reader, index, month.value, day.value, month.next);
}

/** `the 20th of next month`, `31st of this month`, `the 3rd day of the month`. */
export function dayOfMonth(reader: Reader, index: number): Match<DateValue> | undefined {
  const day = dayNumber(reader, index, false);
  if (!day) return undefined;
  const of = reader.any(day.next, ['of', 'in', 'day of']) ?? day.next;
  for (const [words, offset] of [
    [nextWords, 1],
    [lastWords, -1],
    [[...thisWords, 'the'], 0],
  ] as const) {
    const picked = reader.any(of, words);
    if (!picked || reader.at(picked) !== 'month') continue;
    if (of === day.next && offset === 0) continue;
    const first = partsOf(addMonths(reader.today, offset));
    return {
      value: fixedDate(first.year, first.month, day.value, writtenBetween(reader, index, picked + 1)),
      next: picked + 1,
    };
  }
  return undefined;
}
