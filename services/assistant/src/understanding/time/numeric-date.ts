import type { Match, Reader } from './reader.ts';
import { fixedDate, fullYear, looseMonthDay, writtenBetween } from './pick.ts';
import { isDate } from './civil.ts';
import type { DateValue } from './values.ts';
import { months } from './words.ts';

const signs = /^[-/.]$/;

/** No digits, and no sign that digits hang on, touch this side: `133-03-03-2020` is a code. */
function standsFree(reader: Reader, index: number, next: number): boolean {
  const before = reader.glued(index) ? reader.at(index - 1) : '';
  const beforeThat = reader.glued(index - 1) ? reader.at(index - 2) : '';
  const joins = before === '-' && reader.at(index + 1) === '/';
  if (signs.test(before) && /^[0-9]+$/.test(beforeThat) && !joins) return false;
  if (/^[$€£#@]$/.test(before) || (before !== '' && /^[\p{L}]+$/u.test(before) && reader.glued(index))) return false;
  const after = reader.glued(next) ? reader.at(next) : '';
  if (after === '%' || (after === '/' && reader.glued(next + 1))) return false;
  return !(/^[-/]$/.test(after) && reader.glued(next + 1) && /^[0-9]{3,}$/.test(reader.at(next + 1)));
}

interface Fields {
  readonly values: readonly string[];
  readonly next: number;
  readonly sign: string;
}

/** Two or three fields with the same sign between them. */
function fields(reader: Reader, index: number, count: number): Fields | undefined {
  const sign = reader.at(index + 1);
  if (!signs.test(sign)) return undefined;
  const values = [reader.at(index)];
  const loose = sign !== '.';
  for (let k = 1; k < count; k++) {
    const at = index + k * 2;
    if (reader.at(at - 1) !== sign) return undefined;
    const touching = reader.glued(at - 1) && reader.glued(at);
    const spread = loose && !reader.glued(at - 1) && !reader.glued(at) && count === 2;
    if (!touching && !spread) return undefined;
    values.push(reader.at(at));
  }
  return { values, next: index + count * 2 - 1, sign };
}

/** `2026-11-23`, `23.04.2022`, `7/6/26`, `05-Aug-2016`, `2019/aug/01`, `20200701`. */
export function fullDate(reader: Reader, index: number): Match<DateValue> | undefined {
  const text = reader.at(index);
  if (/^(?:19|20)[0-9]{6}$/.test(text)) return compact(index, text);
  if (
    /^(?:19|20)[0-9]{2}$/.test(text) &&
    /^[0-9]{1,2}$/.test(reader.at(index + 1)) &&
    /^[0-9]{1,2}$/.test(reader.at(index + 2))
  ) {
    return settle(reader, index, index + 3, Number(text), Number(reader.at(index + 1)), Number(reader.at(index + 2)));
  }
  const found = fields(reader, index, 3);
  if (!found || !standsFree(reader, index, found.next)) return undefined;
  const [a, b, c] = found.values as [string, string, string];
  const named = months[b];
  if (named !== undefined) {
    if (/^[0-9]{4}$/.test(a) && /^[0-9]{1,2}$/.test(c))
      return settle(reader, index, found.next, Number(a), named, Number(c));
    if (/^[0-9]{1,2}$/.test(a) && /^[0-9]{2,4}$/.test(c))
      return settle(reader, index, found.next, fullYear(reader, Number(c), c.length), named, Number(a));
  }
  if (![a, b, c].every((field) => /^[0-9]{1,4}$/.test(field)) || b.length > 2) return undefined;
  if (a.length === 4 && c.length <= 2) return settle(reader, index, found.next, Number(a), Number(b), Number(c));
  if (a.length > 2 || c.length === 1 || c.length === 3) return undefined;
  const year = fullYear(reader, Number(c), c.length);
  const dayFirst = (reader.dayFirst || Number(a) > 12) && Number(b) <= 12;
  return dayFirst
    ? settle(reader, index, found.next, year, Number(b), Number(a))
    : settle(reader, index, found.next, year, Number(a), Number(b));
}

function compact(index: number, text: string): Match<DateValue> | undefined {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  return isDate(year, month, day) ? { value: fixedDate(year, month, day, text), next: index + 1 } : undefined;
}

function settle(
  reader: Reader,
  index: number,
  next: number,
  year: number,
  month: number,
  day: number,
): Match<DateValue> {
  return { value: fixedDate(year, month, day, writtenBetween(reader, index, next)), next };
}

/** `7/6`, `2-15`, `4.22`: with a hyphen or a point only where a date is expected. */
export function shortDate(reader: Reader, index: number, expected: boolean): Match<DateValue> | undefined {
  const found = fields(reader, index, 2);
  if (!found || !standsFree(reader, index, found.next)) return undefined;
  const [a, b] = found.values as [string, string];
  if (!/^[0-9]{1,2}$/.test(a) || !/^[0-9]{1,2}$/.test(b)) return undefined;
  if (found.sign !== '/' && !expected) return undefined;
  if (/^(?:am|pm|a|p|%|percent|hours?|hrs?|h|minutes?|mins?|days?|weeks?|star|stars)$/.test(reader.at(found.next)))
    return undefined;
  if (reader.at(found.next) === '.' && reader.glued(found.next) && /^[0-9]/.test(reader.at(found.next + 1)))
    return undefined;
  const dayFirst = (reader.dayFirst || Number(a) > 12) && Number(b) <= 12;
  const [month, day] = dayFirst ? [Number(b), Number(a)] : [Number(a), Number(b)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { value: looseMonthDay(reader, month, day, writtenBetween(reader, index, found.next)), next: found.next };
}
