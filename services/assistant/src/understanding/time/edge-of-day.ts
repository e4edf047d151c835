import { daySeconds } from './civil.ts';
import { date } from './date.ts';
import type { Match, Reader } from './reader.ts';
import type { MomentValue, RangeValue } from './values.ts';

const hour = 3600;

/** `EOD`, `the end of the day`, `end of tomorrow`: the last second. */
function endOfDay(reader: Reader, index: number): Match<MomentValue> | undefined {
  const next = reader.any(index, [
    'the eod',
    'eod',
    'the end of the day',
    'end of the day',
    'end of day',
    'the end of day',
    'end of today',
    'the end of today',
  ]);
  const last = (day: number) => (day + 1) * daySeconds - 1;
  if (next !== undefined) {
    const on = date(reader, reader.skip(next, 'on', ','));
    return on
      ? { value: { kind: 'moment', at: last(on.value.day) }, next: on.next }
      : { value: { kind: 'moment', at: last(reader.today) }, next };
  }
  const led = reader.any(index, ['the end of the', 'end of the', 'the end of', 'end of']);
  const day = led === undefined ? undefined : date(reader, led);
  if (day) return { value: { kind: 'moment', at: last(day.value.day) }, next: day.next };
  const first = date(reader, index);
  const after = first && reader.any(first.next, ['eod', 'end of day', 'by end of day', 'by eod']);
  return first && after ? { value: { kind: 'moment', at: last(first.value.day) }, next: after } : undefined;
}

/** `the rest of the day`, `early in the day Wednesday`, `mid today`, `later today`. */
function pieceOfDay(reader: Reader, index: number): Match<RangeValue> | undefined {
  const rest = reader.any(index, [
    'the rest of the day',
    'rest of the day',
    'rest of my day',
    'rest of this day',
    'rest of current day',
    'rest of today',
    'the rest of today',
    'rest the day',
    'the remainder of the day',
    'the remaining day',
  ]);
  if (rest !== undefined) return { value: moments(reader.now, (reader.today + 1) * daySeconds - 1), next: rest };
  const where = /^(?:early|earlier|mid|later|late)$/.exec(reader.at(index))?.[0];
  if (where === undefined) return undefined;
  const link = reader.skip(index + 1, 'in the day on', 'in the day', 'in', 'on', '-');
  const own = reader.any(index + 1, ['in the day']);
  const day =
    date(reader, link) ??
    (own === undefined
      ? undefined
      : { value: { kind: 'date' as const, day: reader.today, otherDay: undefined }, next: own });
  if (!day) return undefined;
  const [from, to] =
    where.startsWith('early') || where === 'earlier'
      ? [0, 12 * hour]
      : where === 'mid'
        ? [10 * hour, 14 * hour]
        : [12 * hour, 24 * hour];
  const at = (on: number) => on * daySeconds;
  const other =
    day.value.otherDay === undefined
      ? {}
      : { otherStart: at(day.value.otherDay) + from, otherEnd: at(day.value.otherDay) + to };
  return { value: { ...moments(at(day.value.day) + from, at(day.value.day) + to), ...other }, next: day.next };
}

function moments(start: number, end: number): RangeValue {
  return { kind: 'range', grain: 'moment', start, end, named: true };
}

/** `now`, `ASAP`, `at the moment`: led so that "let me know" is not a time. */
function rightNow(reader: Reader, index: number): Match<MomentValue> | undefined {
  const next = reader.any(index, [
    'as soon as possible',
    'asap',
    'a . s . a . p',
    'at the moment',
    'at this moment',
    'at the present time',
    'at this time',
    'at present',
    'right now',
    'just now',
    'right away',
    'immediately',
    'now',
  ]);
  return next === undefined ? undefined : { value: { kind: 'moment', at: reader.now, exact: true }, next };
}

export function edgeOfDay(reader: Reader, index: number): Match<MomentValue | RangeValue> | undefined {
  return endOfDay(reader, index) ?? pieceOfDay(reader, index) ?? rightNow(reader, index);
}
