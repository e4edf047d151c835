import { dayOf, isDate, partsOf, weekdayOf } from './civil.ts';
import { digits, ordinal, wholeNumber } from './numbers.ts';
import { dayThenMonth, monthThenDay, dayNumber } from './month-day.ts';
import { fullDate, shortDate } from './numeric-date.ts';
import { choose, looseWeekday, weekdayInWeek } from './pick.ts';
import { longest, type Match, type Reader } from './reader.ts';
import type { DateValue } from './values.ts';
import { lastWords, nextWords, thisWords, weekdayPlurals, weekdays } from './words.ts';

/** Names too short to be weekdays without something beside them. */
const doubtful = /^(?:sun|sat|mon|wed|thu|fri)$/;

export function weekdayName(reader: Reader, index: number): Match<number> | undefined {
  const value = weekdays[reader.at(index)];
  if (value === undefined) return undefined;
  const stop = reader.at(index).length <= 5 && reader.at(index + 1) === '.' && reader.glued(index + 1);
  return { value, next: stop ? index + 2 : index + 1 };
}

/** -1 last, 0 this, 1 next. */
export function whichOne(reader: Reader, index: number): Match<number> | undefined {
  return reader.once(readWhichOne, index);
}

function readWhichOne(reader: Reader, index: number): Match<number> | undefined {
  const this_ = reader.any(index, thisWords);
  const next = reader.any(index, nextWords);
  const last = reader.any(index, lastWords);
  return longest(
    this_ ? { value: 0, next: this_ } : undefined,
    next ? { value: 1, next } : undefined,
    last ? { value: -1, next: last } : undefined,
  );
}

/** `next Tuesday` is the one of next week; `coming Thursday` the first to come. */
function picked(reader: Reader, index: number): Match<DateValue> | undefined {
  const which = whichOne(reader, index);
  if (!which) return undefined;
  const name = weekdayName(reader, which.next);
  if (!name) return undefined;
  const upcoming = /^(?:upcoming|coming)$/.test(reader.at(which.next - 1));
  const past = reader.at(which.next - 1) === 'past';
  const day = looseWeekday(reader, name.value);
  const [coming, last] = reader.past ? [day.otherDay, day.day] : [day.day, day.otherDay];
  if (upcoming) return { value: { kind: 'date', day: coming ?? day.day }, next: name.next };
  if (past)
    return { value: { kind: 'date', day: last === reader.today ? last - 7 : (last ?? day.day) }, next: name.next };
  const inThat = weekdayInWeek(reader, name.value, which.value);
  const gone = reader.at(which.next - 1) === 'this' && inThat.day < reader.today && !reader.past;
  return { value: gone ? { kind: 'date', day: inThat.day + 7 } : inThat, next: name.next };
}

const weekNames = /^(?:week|wk|week's|workweek)$/;

/** `Wednesday of next week`, `last week's Sunday`, `next week on Tuesday`, `Friday next week`. */
function inWeek(reader: Reader, index: number): Match<DateValue> | undefined {
  const first = weekdayName(reader, index);
  if (first) {
    const link = reader.skip(first.next, 'of the', 'of', 'in the', 'in', ', of', ',', 'the');
    const after = reader.any(link, ['week after next']);
    if (after) return { value: weekdayInWeek(reader, first.value, 2), next: after };
    const which = whichOne(reader, link);
    return which && weekNames.test(reader.at(which.next))
      ? { value: weekdayInWeek(reader, first.value, which.value), next: which.next + 1 }
      : undefined;
  }
  const which = whichOne(reader, index);
  if (!which || !weekNames.test(reader.at(which.next))) return undefined;
  const second = weekdayName(reader, reader.skip(which.next + 1, 'on the', 'on', '-', ',', "' s"));
  return second && { value: weekdayInWeek(reader, second.value, which.value), next: second.next };
}

/** `friday after next`, `a week from Tuesday` is elsewhere. */
function afterNext(reader: Reader, index: number): Match<DateValue> | undefined {
  const name = weekdayName(reader, reader.skip(index, 'the'));
  const next = name && reader.any(name.next, ['after next', 'after the next']);
  if (!name || !next) return undefined;
  const ahead = ((name.value - weekdayOf(reader.today) + 6) % 7) + 1;
  return { value: { kind: 'date', day: reader.today + ahead + 7 }, next };
}

/** `two Sundays from now`, `2 Mondays ago`, `in two Fridays`. */
function counted(reader: Reader, index: number): Match<DateValue> | undefined {
  const inFirst = reader.at(index) === 'in' ? index + 1 : index;
  const count = wholeNumber(reader, inFirst);
  if (!count || count.value < 1 || count.value > 52) return undefined;
  const name = weekdayPlurals[reader.at(count.next)] ?? weekdays[reader.at(count.next)];
  if (name === undefined || doubtful.test(reader.at(count.next))) return undefined;
  const ago = reader.any(count.next + 1, ['ago']);
  const ahead = reader.any(count.next + 1, ['from now', 'from today', 'later', 'hence']);
  if (!ago && !ahead && inFirst === index) return undefined;
  const first = ((name - weekdayOf(reader.today) + 6) % 7) + 1;
  const day = ago
    ? reader.today + first - 7 * (first === 7 ? count.value + 1 : count.value)
    : reader.today + first + 7 * (count.value - 1);
  return { value: { kind: 'date', day }, next: ago ?? ahead ?? count.next + 1 };
}

/** `Friday the 22nd`, `Monday 21`: the weekday and the day of the month must agree. */
function withDay(reader: Reader, index: number): Match<DateValue> | undefined {
  const which = reader.skip(index, 'this', 'next');
  const name = weekdayName(reader, which);
  if (!name) return undefined;
  const link = reader.skip(name.next, ', the', ',', 'the', 'on the');
  const day = ordinal(reader, link) ?? (digits(reader, link) !== undefined ? dayNumber(reader, link) : undefined);
  if (!day || day.value > 31) return undefined;
  const after = reader.at(day.next);
  const plain = reader.tokens[day.next - 1]?.kind === 'number';
  if (
    plain &&
    (/^(?:[:h-]|am|pm|a|p|to|o'clock|oclock|hours?|hrs?|min|mins|minutes?|days?|weeks?|people|until|till|til)$/.test(
      after,
    ) ||
      (after === '.' && /^[0-9]/.test(reader.at(day.next + 1))))
  )
    return undefined;
  const { year, month } = partsOf(reader.today);
  const found: number[] = [];
  for (let offset = -24; offset <= 24; offset++) {
    const at = partsOf(dayOf(year, month + offset, 1));
    if (!isDate(at.year, at.month, day.value)) continue;
    const candidate = dayOf(at.year, at.month, day.value);
    if (weekdayOf(candidate) === name.value) found.push(candidate);
  }
  const here = found.find((candidate) => partsOf(candidate).month === month && partsOf(candidate).year === year);
  const coming = here ?? found.find((candidate) => candidate >= reader.today);
  const last = found.filter((candidate) => candidate < reader.today).pop();
  if (coming === undefined) return undefined;
  return {
    value:
      here === undefined && last !== undefined
        ? choose(reader, coming, last, 'monthday')
        : { kind: 'date', day: coming },
    next: day.next,
  };
}

/** `Friday 2018-7-6`, `Tuesday, Jan 15`, `wed Oct 26`: the date counts. */
function withDate(reader: Reader, index: number): Match<DateValue> | undefined {
  const which = reader.skip(index, 'this', 'next');
  const name = weekdayName(reader, which);
  if (!name) return undefined;
  const link = reader.skip(name.next, ', the', ',', '- ', '(', 'the');
  const short = shortDate(reader, link, true);
  const yearless = longest(short, monthThenDay(reader, link), dayThenMonth(reader, link));
  const agreed = yearless && agreeing(yearless, name.value);
  const hyphen = short && short.next === yearless?.next && reader.at(link + 1) === '-';
  const near = agreed !== undefined && Math.abs(agreed.value.day - reader.today) < 45;
  return longest(fullDate(reader, link), hyphen && !near ? undefined : (agreed ?? yearless));
}

/** The year in which the date falls on the weekday that was said: the coming one, the last, or the one after. */
function agreeing(found: Match<DateValue>, weekday: number): Match<DateValue> | undefined {
  const { day, otherDay, loose } = found.value;
  if (loose !== 'yearless' || weekdayOf(day) === weekday) return weekdayOf(day) === weekday ? found : undefined;
  const { month, day: dom, year } = partsOf(day);
  const fits = [otherDay, dayOf(year + 1, month, dom)].find(
    (candidate) => candidate !== undefined && weekdayOf(candidate) === weekday,
  );
  return fits === undefined ? undefined : { value: { kind: 'date', day: fits, loose }, next: found.next };
}

/** Every date that is led by a weekday. */
export function weekdayDate(reader: Reader, index: number): Match<DateValue> | undefined {
  return reader.once(readWeekdayDate, index);
}

function readWeekdayDate(reader: Reader, index: number): Match<DateValue> | undefined {
  const from = reader.skip(index, 'the');
  const name = weekdayName(reader, index);
  const alone = name && !(/^(?:sun|sat|wed|mon)$/.test(reader.at(index)) && isProse(reader, index));
  const plain = alone ? { value: looseWeekday(reader, name.value), next: name.next } : undefined;
  return longest(
    plain,
    picked(reader, index),
    inWeek(reader, from),
    afterNext(reader, index),
    counted(reader, index),
    withDay(reader, index),
    withDate(reader, index),
  );
}

/** "the sun will set", "we sat": not days. */
function isProse(reader: Reader, index: number): boolean {
  const word = reader.at(index);
  const before = reader.at(index - 1);
  if (word === 'sun' || word === 'wed') return before === 'the' || before === 'a';
  return word === 'sat' && /^(?:i|we|they|he|she|who)$/.test(before);
}
