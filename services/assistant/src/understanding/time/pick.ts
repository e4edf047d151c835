import { dayOf, isDate, partsOf, weekdayOf, type Day } from './civil.ts';
import type { Reader } from './reader.ts';
import type { DateValue } from './values.ts';

/** A weekday alone: the coming one; today only where today counts. */
export function looseWeekday(reader: Reader, weekday: number): DateValue {
  const ahead = (weekday - weekdayOf(reader.today) + 7) % 7;
  const coming = reader.today + (ahead === 0 && !reader.todayCounts ? 7 : ahead);
  return choose(reader, coming, coming - 7, 'weekday');
}

/** The weekday of the week that is `weeks` away from this one, weeks beginning on Monday. */
export function weekdayInWeek(reader: Reader, weekday: number, weeks: number): DateValue {
  return { kind: 'date', day: reader.today - weekdayOf(reader.today) + weekday + weeks * 7 };
}

/** A day of a month without a year: the coming one, today counted. */
export function looseMonthDay(reader: Reader, month: number, day: number, written: string): DateValue {
  const { year } = partsOf(reader.today);
  let coming: Day | undefined;
  let last: Day | undefined;
  for (let offset = -8; offset <= 8; offset++) {
    if (!isDate(year + offset, month, day)) continue;
    const candidate = dayOf(year + offset, month, day);
    if (candidate < reader.today) last = candidate;
    else coming ??= candidate;
  }
  if (coming === undefined || last === undefined) return { kind: 'date', day: reader.today, impossible: written };
  return choose(reader, coming, last, 'yearless');
}

/** A day of some month: the coming one, today counted. */
export function looseDom(reader: Reader, day: number): DateValue {
  const { year, month } = partsOf(reader.today);
  let coming: Day | undefined;
  let last: Day | undefined;
  for (let offset = -3; offset <= 3; offset++) {
    const at = partsOf(dayOf(year, month + offset, 1));
    if (!isDate(at.year, at.month, day)) continue;
    const candidate = dayOf(at.year, at.month, day);
    if (candidate < reader.today) last = candidate;
    else coming ??= candidate;
  }
  return choose(reader, coming ?? reader.today, last ?? reader.today, 'monthday');
}

/** A date that is fully said. */
export function fixedDate(year: number, month: number, day: number, written: string): DateValue {
  if (!isDate(year, month, day)) return { kind: 'date', day: 0, impossible: written };
  return { kind: 'date', day: dayOf(year, month, day) };
}

export function choose(reader: Reader, coming: Day, last: Day, loose: DateValue['loose']): DateValue {
  const [day, otherDay] = reader.past ? [last, coming] : [coming, last];
  return { kind: 'date', day, otherDay, ...(loose && { loose }) };
}

/** Text of the message between two token indexes. */
export function writtenBetween(reader: Reader, from: number, next: number): string {
  return reader.text.slice(reader.tokens[from]?.start ?? 0, reader.tokens[next - 1]?.end ?? 0);
}

/** Two digits become a year near now. */
export function fullYear(reader: Reader, value: number, width: number): number {
  if (width > 2) return value;
  const century = Math.floor(partsOf(reader.today).year / 100) * 100;
  return century + value > partsOf(reader.today).year + 30 ? century - 100 + value : century + value;
}
