import { fromDate, nthFromDate, nthInMonth } from './anchored-date.ts';
import { holiday } from './holidays.ts';
import { dayNumber, dayOfMonth, dayThenMonth, monthThenDay } from './month-day.ts';
import { digits, ordinal, wordNumber } from './numbers.ts';
import { fullDate, shortDate } from './numeric-date.ts';
import { looseDom } from './pick.ts';
import { longest, type Match, type Reader } from './reader.ts';
import { relativeDay } from './relative-date.ts';
import type { DateValue } from './values.ts';
import { weekdayDate } from './weekday-date.ts';

/** Words after a number that show it counts something else. */
const counted =
  /^(?:min|mins|minutes?|hours?|hrs?|h|sec|seconds?|days?|weeks?|months?|years?|people|percent|%|am|pm|a\.?m|p|a|o'clock|oclock|and|or|to|-|times?|st|nd|rd|th|of|more|others?)$/;

/** `the 15th`, `on the 27`, `for the second`, `on 15`. */
function bareDay(reader: Reader, index: number): Match<DateValue> | undefined {
  const led = reader.any(index, ['on', 'for', 'by', 'until', 'till', 'before', 'after']);
  const hasThe = reader.at(led ?? index) === 'the';
  const from = hasThe ? (led ?? index) + 1 : (led ?? index);
  const nth = ordinal(reader, from);
  if ((nth || led !== undefined) && dayThenMonth(reader, from)) return undefined;
  if (nth && nth.value <= 31) {
    const figures = reader.tokens[from]?.kind === 'number';
    if (!figures && !(led !== undefined && hasThe)) return undefined;
    if (!hasThe && led === undefined) return undefined;
    if (!figures && isNoun(reader, nth.next)) return undefined;
    return isUnit(reader, nth.next) ? undefined : { value: looseDom(reader, nth.value), next: nth.next };
  }
  const plain = digits(reader, from) === undefined ? wordPlain(reader, from, hasThe) : dayNumber(reader, from, false);
  if (!plain || !(hasThe || reader.at(index) === 'on')) return undefined;
  if (counted.test(reader.at(plain.next)) || isUnit(reader, plain.next)) return undefined;
  if (
    /^[:./-]$/.test(reader.at(plain.next)) &&
    reader.glued(plain.next) &&
    reader.glued(plain.next + 1) &&
    /^[0-9]/.test(reader.at(plain.next + 1))
  )
    return undefined;
  if (hasThe && isNoun(reader, plain.next)) return undefined;
  return { value: looseDom(reader, plain.value), next: plain.next };
}

function wordPlain(reader: Reader, index: number, hasThe: boolean): Match<number> | undefined {
  const word = hasThe ? wordNumber(reader, index) : undefined;
  return word && word.value > 12 && word.value <= 31 ? word : undefined;
}

const isUnit = (reader: Reader, index: number) =>
  /^(?:centur(?:y|ies)|week|weeks|quarter|qtr|month|year|day|days|time|times|street|avenue|floor|grade|place|half|-)$/.test(
    reader.at(index),
  ) && !(reader.at(index) === '-' && reader.tokens[index]?.spaced);
const follow =
  /^(?:at|from|in|on|to|until|till|til|and|or|for|with|of|between|around|before|after|by|please|if|so|because|is|was|work|works|instead|would|will|should|as|but)$/;
const isNoun = (reader: Reader, index: number) =>
  reader.tokens[index]?.kind === 'word' && !follow.test(reader.at(index));

/** Dates that need no other date. */
function simpleDate(reader: Reader, index: number): Match<DateValue> | undefined {
  const led = /^(?:on|in|for|by|due|-)$/.test(reader.at(index - 1)) || reader.tokens.length <= 3;
  return longest(
    fullDate(reader, index),
    shortDate(reader, index, led && !isFigureTime(reader, index)),
    weekdayDate(reader, index),
    monthThenDay(reader, index),
    dayThenMonth(reader, index),
    dayOfMonth(reader, index),
    nthInMonth(reader, index),
    relativeDay(reader, index),
    holiday(reader, index),
    bareDay(reader, index),
  );
}

/** `for 9.30`, `in 2.5 hours`. */
function isFigureTime(reader: Reader, index: number): boolean {
  return reader.at(index - 1) === 'for' && reader.at(index + 1) === '.';
}

/** Any date that starts here. */
export function date(reader: Reader, index: number): Match<DateValue> | undefined {
  return reader.once(readDate, index);
}

function readDate(reader: Reader, index: number): Match<DateValue> | undefined {
  const plain = simpleDate(reader, index);
  const anchored = fromDate(reader, index, date);
  const nth = nthFromDate(reader, index, date);
  return withWeekday(reader, longest(plain, anchored, nth));
}

/** `3 days from now on Friday`: the weekday that follows agrees, or the date moves on to it. */
function withWeekday(reader: Reader, found: Match<DateValue> | undefined): Match<DateValue> | undefined {
  if (!found || found.value.loose === 'weekday') return found;
  const open = reader.at(found.next) === '(' ? found.next + 1 : undefined;
  if (open === undefined) return found;
  const named = weekdayDate(reader, open);
  return named && named.value.loose === 'weekday' && reader.at(named.next) === ')'
    ? { value: found.value, next: named.next + 1 }
    : found;
}
