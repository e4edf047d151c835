import { ordinal, quantity } from './numbers.ts';
import type { Match, Reader } from './reader.ts';
import type { DurationValue } from './values.ts';
import { gluedUnits, unitWords, type Unit } from './words.ts';

const seconds: Partial<Record<Unit, number>> = { second: 1, minute: 60, hour: 3600 };
const days: Partial<Record<Unit, number>> = { day: 1, workday: 1, week: 7, weekend: 2, fortnight: 14 };
const monthCounts: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };

/** The unit named here; single letters only right after a digit. */
export function unit(reader: Reader, index: number): Match<Unit> | undefined {
  const word = reader.at(index);
  const workday = reader.any(index, [
    'business days',
    'business day',
    'working days',
    'working day',
    'work days',
    'work day',
  ]);
  if (workday) return { value: 'workday', next: workday };
  if (word === '-' && reader.glued(index) && reader.glued(index + 1)) return unit(reader, index + 1);
  const known = unitWords[word];
  if (known) return { value: known, next: index + 1 };
  const letter = reader.glued(index) ? gluedUnits[word] : undefined;
  return letter ? { value: letter, next: index + 1 } : undefined;
}

/** `amount` of a unit; a fraction of a month or year becomes days. */
export function durationOf(amount: number, of: Unit): DurationValue {
  if (seconds[of]) return { kind: 'duration', months: 0, days: 0, seconds: amount * seconds[of] };
  if (days[of]) {
    const whole = Math.floor(amount * days[of]);
    const rest = Math.round((amount * days[of] - whole) * 86_400);
    return { kind: 'duration', months: 0, days: whole, seconds: rest, ...(of === 'workday' && { workdays: true }) };
  }
  const perUnit = monthCounts[of] ?? 0;
  const whole = Math.floor(amount) * perUnit;
  const fraction = amount - Math.floor(amount);
  const fractionDays = perUnit >= 12 ? fraction * 365 * (perUnit / 12) : fraction * 30 * perUnit;
  const fullDays = Math.floor(fractionDays);
  return { kind: 'duration', months: whole, days: fullDays, seconds: Math.round((fractionDays - fullDays) * 86_400) };
}

function sum(a: DurationValue, b: DurationValue): DurationValue {
  const workdays = a.workdays || b.workdays;
  return {
    kind: 'duration',
    months: a.months + b.months,
    days: a.days + b.days,
    seconds: a.seconds + b.seconds,
    ...(workdays && { workdays }),
  };
}

/** One part of a duration: `3 hours`, `half an hour`, `one and a quarter year`. */
function part(reader: Reader, index: number): Match<DurationValue> | undefined {
  const whole = reader.any(index, [
    'all',
    'full',
    'whole',
    'the whole',
    'the entire',
    'an entire',
    'a whole',
    'a full',
    'entire',
  ]);
  if (whole) {
    const dash = reader.at(whole) === '-' ? whole + 1 : whole;
    const of = unit(reader, dash);
    return of && !reader.at(dash).endsWith('s') ? { value: durationOf(1, of.value), next: of.next } : undefined;
  }
  const amount = quantity(reader, index);
  if (!amount) return undefined;
  const more = reader.skip(amount.next, 'more', 'whole', 'full', 'straight', 'good');
  const of = unit(reader, more);
  if (!of || isOrdinalSecond(reader, index, of)) return undefined;
  if (reader.at(of.next - 1) === 'night' && amount.value > 1) return undefined;
  const half = reader.any(of.next, ['and a half', 'and half', 'and an half']);
  if (half) return { value: durationOf(amount.value + 0.5, of.value), next: half };
  const quarter = reader.any(of.next, ['and a quarter']);
  if (quarter) return { value: durationOf(amount.value + 0.25, of.value), next: quarter };
  return { value: durationOf(amount.value, of.value), next: of.next };
}

/** "a second meeting" counts meetings, not time. */
function isOrdinalSecond(reader: Reader, index: number, of: Match<Unit>): boolean {
  const article = /^(?:a|an|another|the)$/.test(reader.at(index));
  return (
    article &&
    of.value === 'second' &&
    ordinal(reader, of.next - 1) !== undefined &&
    reader.tokens[of.next]?.kind === 'word'
  );
}

/** `1 month, 21 days`, `3 hours 30 minutes`, `1h30`, `an hour and a half`. */
export function duration(reader: Reader, index: number): Match<DurationValue> | undefined {
  return reader.once(readDuration, index);
}

function readDuration(reader: Reader, index: number): Match<DurationValue> | undefined {
  let found = part(reader, index);
  if (!found) return undefined;
  for (let count = 0; count < 6; count++) {
    const clock = hoursAndMinutes(reader, found);
    if (clock) return clock;
    const joined = reader.skip(found.next, ', and', ',', 'and', '&');
    const starter: boolean =
      joined > found.next && /^(?:an?|another|some|few|several|all|full|whole)$/.test(reader.at(joined));
    const more: Match<DurationValue> | undefined =
      starter && reader.at(found.next) === ',' ? undefined : part(reader, joined);
    if (!more || sameUnit(found.value, more.value)) return found;
    found = { value: sum(found.value, more.value), next: more.next };
  }
  return found;
}

function sameUnit(a: DurationValue, b: DurationValue): boolean {
  const both = (key: 'months' | 'days' | 'seconds') => a[key] !== 0 && b[key] !== 0;
  const yearsThenMonths = a.months % 12 === 0 && b.months < 12;
  const weeksThenDays = a.days % 7 === 0 && b.days < 7;
  return (
    (both('months') && !yearsThenMonths) || (both('days') && !weeksThenDays) || (both('seconds') && b.seconds >= 3600)
  );
}

/** `1h30` and `2 hours 15`. */
function hoursAndMinutes(reader: Reader, found: Match<DurationValue>): Match<DurationValue> | undefined {
  const short = reader.at(found.next - 1) === 'h' && reader.glued(found.next);
  const minutes = reader.at(found.next);
  if (!short || !/^[0-5][0-9]$/.test(minutes)) return undefined;
  const value = sum(found.value, durationOf(Number(minutes), 'minute'));
  const next = reader.skip(found.next + 1, 'm', 'min', 'mins');
  return { value, next };
}
