import { dayOf, daySeconds, mondayOf, partsOf, weekdayOf } from './civil.ts';
import { clockRange, durationFromClock } from './clock-range.ts';
import { date } from './date.ts';
import { datedPart, dayPart, halfOfDay, mealTime } from './day-part.ts';
import { duration } from './duration.ts';
import { type Match, type Reader, longest } from './reader.ts';
import { counted } from './relative-date.ts';
import { type Gathered, settle } from './settle.ts';
import { timeHere } from './time-here.ts';
import { type TimeReading, totalSeconds } from './values.ts';
import { weekdayName } from './weekday-date.ts';

const links = [
  ', the',
  ', at',
  ', on',
  ',',
  'at around',
  'at about',
  'at',
  '@',
  'on',
  'in',
  'around',
  'about',
  'for',
  'by',
  'of',
  '- ',
  'starting at',
  'starting',
  'from',
  '(',
  'sometime',
  'some time',
];
/** Adds the component that stands here; false when none fits. */
function take(reader: Reader, index: number, into: Gathered): number | undefined {
  if (into.part && !into.part.part && !into.time && !/^(?:at|1|[0-9]|one|twelve)/.test(reader.at(index)))
    return undefined;
  const empty = !into.date && !into.time && !into.span && !into.part && !into.moment;
  const dated = into.date ? undefined : datedPart(reader, index);
  const day = into.date ? undefined : date(reader, index);
  const count = into.date || into.moment ? undefined : counted(reader, index);
  const range = into.span
    ? undefined
    : longest(
        clockRange(reader, index, into.date !== undefined || dateFollows(reader, index)),
        durationFromClock(reader, index),
      );
  const part = into.part
    ? undefined
    : longest(
        dayPart(reader, index),
        into.date ? halfOfDay(reader, index) : undefined,
        empty || !into.date ? mealTime(reader, index) : undefined,
      );
  const time = into.time || into.span ? undefined : timeHere(reader, index, !empty);
  const ends = [dated, day, count, range, part, time].map((match) => match?.next ?? -1);
  const end = Math.max(...ends);
  if (end < 0) return undefined;
  if (dated && dated.next === end) {
    if (into.part) return undefined;
    into.date = { kind: 'date', day: reader.today + dated.value.days };
    into.part = dated.value.span;
  } else if (count && count.next === end) {
    if (count.value.kind === 'date') into.date = count.value;
    else into.moment = count.value;
  } else if (day && day.next === end) into.date = day.value;
  else if (range && range.next === end) into.span = range.value;
  else if (time && time.next === end) into.time = time.value;
  else if (part) into.part = part.value;
  return end;
}

/** The clock times that begin here are followed by a day. */
function dateFollows(reader: Reader, index: number): boolean {
  const range = clockRange(reader, index, true);
  const after = range && reader.skip(range.next, 'on', ',', 'on the');
  return after !== undefined && (date(reader, after) ?? dayPart(reader, after)) !== undefined;
}

/** A day, a time, or both in any order: `Tuesday from 2 to 2:30 pm`, `8pm in the evening, Sunday`. */
export function point(reader: Reader, index: number): Match<TimeReading> | undefined {
  return reader.once(readPoint, index);
}

function readPoint(reader: Reader, index: number): Match<TimeReading> | undefined {
  const gathered: Gathered = {};
  let next = take(reader, index, gathered);
  if (next === undefined) return undefined;
  for (let count = 0; count < 4; count++) {
    const more = takeMore(reader, next, gathered);
    if (more === undefined) break;
    next = more;
  }
  next = yearAfterTime(reader, next, gathered) ?? sameWeek(reader, next, gathered) ?? next;
  const value = settle(gathered);
  return value && { value: lasting(reader, value, next).value, next: lasting(reader, value, next).next };
}

/** `Oct 26 15:50:06 2016`. */
function yearAfterTime(reader: Reader, index: number, gathered: Gathered): number | undefined {
  const said = /^(?:19|20)[0-9]{2}$/.test(reader.at(index)) ? Number(reader.at(index)) : undefined;
  if (said === undefined || gathered.date?.loose !== 'yearless' || !gathered.time) return undefined;
  const { month, day } = partsOf(gathered.date.day);
  gathered.date = { kind: 'date', day: dayOf(said, month, day) };
  return index + 1;
}

/** `in 3 days on Friday`: the weekday of the week that was counted to. */
function sameWeek(reader: Reader, index: number, gathered: Gathered): number | undefined {
  const on = reader.at(index) === 'on' ? index + 1 : index;
  const named = gathered.date && !gathered.date.loose && !gathered.time ? weekdayName(reader, on) : undefined;
  if (named && on > index && gathered.date) {
    gathered.date = { kind: 'date', day: mondayOf(gathered.date.day) + named.value - 1 };
    return named.next;
  }
  const again = gathered.date?.loose === 'weekday' && !gathered.time ? counted(reader, index) : undefined;
  if (!again || again.value.kind !== 'date' || !gathered.date) return undefined;
  if (weekdayOf(again.value.day) !== weekdayOf(gathered.date.day)) return undefined;
  gathered.date = again.value;
  return again.next;
}

function takeMore(reader: Reader, index: number, gathered: Gathered): number | undefined {
  const direct = take(reader, index, gathered);
  if (direct !== undefined) return direct;
  for (const link of links) {
    const after = reader.words(index, link.trim());
    const next = after === undefined ? undefined : take(reader, after, gathered);
    if (next !== undefined) return reader.at(index) === '(' ? reader.skip(next, ')') : next;
  }
  return undefined;
}

/** `tomorrow at 3 for an hour`: a moment and how long. */
function lasting(reader: Reader, value: TimeReading, next: number): Match<TimeReading> {
  if (value.kind !== 'moment' || value.exact || value.impossible) return { value, next };
  const link = reader.any(next, ['for', ', for', 'lasting']);
  const long = link === undefined ? undefined : duration(reader, link);
  if (!long || totalSeconds(long.value) > daySeconds) return { value, next };
  const by = totalSeconds(long.value);
  const other = value.otherAt === undefined ? {} : { otherStart: value.otherAt, otherEnd: value.otherAt + by };
  return {
    value: {
      kind: 'range',
      grain: 'moment',
      start: value.at,
      end: value.at + by,
      ...other,
      ...(value.halfDay && { halfDay: true }),
    },
    next: long.next,
  };
}
