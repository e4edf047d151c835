import { clock } from './clock.ts';
import { date } from './date.ts';
import { duration } from './duration.ts';
import type { Match, Reader } from './reader.ts';
import { totalSeconds, type RangeValue, type TimeValue } from './values.ts';

const twelve = 43_200;
const day = 86_400;
const toWords = ['to', '-', '–', '—', '~', 'until', 'till', 'til', 'thru', 'through', 'and', 'up to', "' til"];

/** Settles which half of the day each end is in. */
function settleHalves(from: TimeValue, to: TimeValue): [number, number] {
  const a = from.seconds;
  const b = to.seconds;
  if (!from.halfDay && !to.halfDay) return [a, b];
  if (from.halfDay && !to.halfDay) {
    const same = (a % twelve) + (b >= twelve ? twelve : 0);
    if (a % twelve < b % twelve) return [same, b];
    return [b >= twelve && b < day ? a % twelve : (a % twelve) + twelve, b];
  }
  const later = [b % twelve, (b % twelve) + twelve].find((candidate) => candidate > a);
  return [a, later ?? b % twelve];
}

const leads = [
  'from around',
  'from about',
  'from',
  'between',
  'later than',
  'starting at',
  'starting from',
  'at',
  'anytime between',
  'for',
];

/** `3-4pm`, `from 3 to 4:30`, `between 10 and 11:30`, `9h30 - 11h`, `from 9 for 2.5 hrs`. */
export function clockRange(reader: Reader, index: number, dated: boolean): Match<RangeValue> | undefined {
  return reader.once(dated ? datedRange : plainRange, index);
}

const datedRange = (reader: Reader, index: number) => readRange(reader, index, true);
const plainRange = (reader: Reader, index: number) => readRange(reader, index, false);

function readRange(reader: Reader, index: number, dated: boolean): Match<RangeValue> | undefined {
  const led = reader.any(index, leads);
  const from = clock(reader, led ?? index);
  if (!from || from.value.impossible) return undefined;
  const sure = led !== undefined && !/^(?:at|for)$/.test(reader.at(index));
  const lasting = lastingFor(reader, from, sure || !from.value.bare);
  if (lasting) return lasting;
  const link = reader.any(from.next, [...toWords, 'but before']);
  if (link === undefined) return undefined;
  const and = reader.at(from.next) === 'and';
  if (and && !/^between$/.test(reader.at((led ?? index) - 1)) && reader.at(index) !== 'between') return undefined;
  const to = clock(reader, reader.skip(link, 'at', 'around', 'about'));
  if (!to || to.value.impossible) return undefined;
  if (reader.at(to.next) === '-' && reader.glued(to.next) && /^[0-9]/.test(reader.at(to.next + 1))) return undefined;
  const bothBare = from.value.bare === true && to.value.bare === true;
  if (bothBare && !sure && !dated) return undefined;
  if (bothBare && followedByCount(reader, to.next)) return undefined;
  const bareMinus = /^[-–]$/.test(reader.at(from.next)) && from.value.bare && !from.value.halfDay;
  if (bareMinus && from.value.bare && !sure && !dated) return undefined;
  const [start, end] = settleHalves(from.value, to.value);
  const unsure = from.value.halfDay === true && to.value.halfDay === true;
  return { value: { kind: 'range', grain: 'time', start, end, ...(unsure && { halfDay: true }) }, next: to.next };
}

function lastingFor(reader: Reader, from: Match<TimeValue>, sure: boolean): Match<RangeValue> | undefined {
  const link = reader.any(from.next, ['for', ', for', 'lasting']);
  const long = sure && link !== undefined ? duration(reader, link) : undefined;
  if (!long || totalSeconds(long.value) > day) return undefined;
  const start = from.value.seconds;
  const value: RangeValue = {
    kind: 'range',
    grain: 'time',
    start,
    end: start + totalSeconds(long.value),
    ...(from.value.halfDay && { halfDay: true }),
  };
  return { value, next: long.next };
}

/** "2 to 4 people", "3 to 5 days", "1 to 10 of June". */
function followedByCount(reader: Reader, next: number): boolean {
  if (reader.at(next) === 'of' && date(reader, next + 1)) return false;
  return (
    /^(?:people|persons|guests|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?|percent|%|of|items|things|times|sep|sept|feb|oct|nov|dec|jan|jun|jul|aug|apr|january|february|march|april|may|june|july|august|september|october|november|december|st|nd|rd|th)$/.test(
      reader.at(next),
    ) || followsMonth(reader, next)
  );
}

const followsMonth = (reader: Reader, next: number) =>
  /^(?:next|this|last)$/.test(reader.at(next)) && reader.at(next + 1) === 'month';

/** `for 2 hours from 2pm`. */
export function durationFromClock(reader: Reader, index: number): Match<RangeValue> | undefined {
  return reader.once(readDurationFromClock, index);
}

function readDurationFromClock(reader: Reader, index: number): Match<RangeValue> | undefined {
  const long = duration(reader, reader.skip(index, 'for'));
  if (!long || totalSeconds(long.value) > day) return undefined;
  const link = reader.any(long.next, ['from', 'starting at', 'starting from', 'starting', 'at', 'beginning at']);
  if (reader.at(index) !== 'for' && reader.at(long.next) === 'from') return undefined;
  const from = link === undefined ? undefined : clock(reader, link);
  if (
    !from ||
    from.value.impossible ||
    (from.value.bare && reader.at(long.next) === 'at' && reader.at(index) !== 'for')
  )
    return undefined;
  const start = from.value.seconds;
  return {
    value: {
      kind: 'range',
      grain: 'time',
      start,
      end: start + totalSeconds(long.value),
      ...(from.value.halfDay && { halfDay: true }),
    },
    next: from.next,
  };
}
