import { addMonths, addWorkdays, daySeconds } from './civil.ts';
import { duration } from './duration.ts';
import type { Match, Reader } from './reader.ts';
import type { DateValue, DurationValue, MomentValue } from './values.ts';

const todays = [
  'today',
  'tod',
  'otd',
  'this day',
  'the same day',
  'same day',
  'the current day',
  'current day',
  'the day',
  'my day',
];
const tomorrows = [
  'tomorrow',
  'tmr',
  'tmrw',
  'tomorow',
  'tommorow',
  'tommorrow',
  'tomorrows',
  "tomorrow's",
  '2moro',
  'the next day',
  'next day',
  'the following day',
  'the day after',
  'the coming day',
];
const yesterdays = [
  'yesterday',
  "yesterday's",
  'the previous day',
  'the day before',
  'the last day',
  'last day',
  'past day',
  'the past day',
];

/** `today`, `the day after tomorrow`, `the day before yesterday`. */
export function relativeDay(reader: Reader, index: number): Match<DateValue> | undefined {
  const far = reader.any(index, ['the day after tomorrow', 'day after tomorrow', 'the day after tmrw', 'overmorrow']);
  if (far) return { value: { kind: 'date', day: reader.today + 2 }, next: far };
  const before = reader.any(index, ['the day before yesterday', 'day before yesterday']);
  if (before) return { value: { kind: 'date', day: reader.today - 2 }, next: before };
  for (const [phrases, offset] of [
    [tomorrows, 1],
    [yesterdays, -1],
    [todays, 0],
  ] as const) {
    const next = reader.any(index, phrases);
    if (next !== undefined && !(isPlain(reader, next) && leadsOn(reader, next))) {
      return { value: { kind: 'date', day: reader.today + offset }, next: reader.skip(next, "' s") };
    }
  }
  const todaysOwn = reader.any(index, ["today's"]);
  return todaysOwn ? { value: { kind: 'date', day: reader.today }, next: todaysOwn } : undefined;
}

const isPlain = (reader: Reader, next: number) =>
  reader.at(next - 1) === 'day' || /^(?:after|before)$/.test(reader.at(next - 1));
/** "the last day of May", "the day before Christmas", "the day off", "the day when". */
const leadsOn = (reader: Reader, next: number) =>
  /^(?:of|in|after|before|off|when|that|the|[a-z]+day|tomorrow|yesterday|my|our|his|i|we|and)$/.test(reader.at(next)) ||
  (/^(?:after|before)$/.test(reader.at(next - 1)) &&
    reader.tokens[next]?.kind !== undefined &&
    reader.tokens[next]?.kind !== 'sign');

/** Adds a duration to a day, or takes it away. */
export function shiftDay(day: number, by: DurationValue, sign: 1 | -1): number {
  if (by.workdays) return addWorkdays(day, sign * by.days);
  return addMonths(day, sign * by.months) + sign * by.days;
}

function shiftMoment(at: number, by: DurationValue, sign: 1 | -1): number {
  const day = Math.floor(at / daySeconds);
  return shiftDay(day, by, sign) * daySeconds + (at - day * daySeconds) + sign * by.seconds;
}

/** From now: a date when the duration is whole days, else a moment. */
function fromNow(reader: Reader, by: DurationValue, sign: 1 | -1): DateValue | MomentValue {
  if (by.seconds === 0) return { kind: 'date', day: shiftDay(reader.today, by, sign) };
  return { kind: 'moment', at: shiftMoment(reader.now, by, sign), exact: true };
}

const laterWords = [
  'from now',
  'from right now',
  'from today',
  'later',
  'hence',
  'from this moment',
  'into the future',
];
const agoWords = ['ago', 'earlier', 'back', 'before now', 'prior'];

/** `in two weeks`, `3 days from now`, `2 hours ago`, `half an hour later`. */
export function counted(reader: Reader, index: number): Match<DateValue | MomentValue> | undefined {
  return reader.once(readCounted, index);
}

function readCounted(reader: Reader, index: number): Match<DateValue | MomentValue> | undefined {
  const led = reader.any(index, ['in less than', 'in about', 'in around', 'in another', 'in', 'after about']);
  const start = led !== undefined && reader.at(led - 1) === 'another' ? led - 1 : (led ?? index);
  const by = duration(reader, start);
  if (!by) return undefined;
  const stretch = reader.at(by.next) === 'later' && /^(?:this|in|that|today)$/.test(reader.at(by.next + 1));
  if (stretch) return undefined;
  const later = reader.any(by.next, laterWords) ?? ownTime(reader, by.next);
  if (later) return { value: fromNow(reader, by.value, 1), next: later };
  const ago = reader.any(by.next, agoWords);
  if (ago && reader.at(by.next) !== 'back') return { value: fromNow(reader, by.value, -1), next: ago };
  const counts =
    led !== undefined && reader.at(led - 1) !== 'after' && !/^(?:all|full|whole|the)$/.test(reader.at(start));
  return counts ? { value: fromNow(reader, by.value, 1), next: by.next } : undefined;
}

/** `in two weeks' time`, `in a fortnight's time`. */
function ownTime(reader: Reader, index: number): number | undefined {
  const owned = reader.at(index - 1).endsWith("'s") ? reader.any(index, ['time']) : undefined;
  return owned ?? reader.any(index, ["' time", "' s time"]);
}
