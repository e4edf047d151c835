import type { EventTime } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { momentOf } from '../../shared/calendar/time.ts';
import { refuse } from '../../shared/refuse.ts';
import type { GraphRecurrence } from './answer.ts';
import { dayCodes, dayNames, indexes } from './rules.ts';
import { dayOf } from './time.ts';

type Pattern = GraphRecurrence['pattern'];
type Range = GraphRecurrence['range'];
type Parts = Readonly<Partial<Record<string, string>>>;

const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST'];
const no = (what: string): never => refuse('/recurrence', `Outlook cannot repeat an event like this: ${what}.`);

/**
 * A rule of RFC 5545 as Graph's pattern and range; undefined where the list is empty, which ends a repetition.
 * @throws HubError `input_invalid` for what Outlook has no pattern for.
 */
export function recurrenceOf(lines: readonly string[], start: EventTime): GraphRecurrence | undefined {
  if (lines.length === 0) return undefined;
  const [line = '', ...more] = lines.map((one) => one.trim());
  if (more.length > 0) no('there can be one rule only, and no single dates');
  const text = line.replace(/^RRULE:/i, '').toUpperCase();
  const parts: Parts = Object.fromEntries(
    text
      .split(';')
      .filter(Boolean)
      .map((part) => part.split('=', 2)),
  );
  const unknown = Object.keys(parts).find((name) => !known.includes(name));
  if (unknown !== undefined) no(`${unknown.slice(0, 40)} is not known`);
  return { pattern: patternOf(parts, dayOf(start)), range: rangeOf(parts, start) };
}

function patternOf(parts: Parts, startDate: string): Pattern {
  const interval = numberOf(parts.INTERVAL ?? '1', 'INTERVAL', 999);
  const { days, place } = daysOf(parts);
  const firstDayOfWeek = dayNames[dayCodes.indexOf(parts.WKST ?? 'MO')] ?? no('WKST is no day');
  const at = DateTime.fromISO(startDate);
  switch (parts.FREQ) {
    case 'DAILY':
      onlyWith(parts, ['BYDAY']);
      if (days.length === 0) return { type: 'daily', interval };
      if (interval > 1) no('every few days, but on some weekdays only');
      return { type: 'weekly', interval: 1, daysOfWeek: days, firstDayOfWeek };
    case 'WEEKLY':
      onlyWith(parts, ['BYDAY']);
      if (place !== undefined) no('a weekday of a week has no number');
      return {
        type: 'weekly',
        interval,
        daysOfWeek: days.length > 0 ? days : [dayNames[at.weekday - 1]!],
        firstDayOfWeek,
      };
    case 'MONTHLY':
      onlyWith(parts, ['BYDAY', 'BYMONTHDAY', 'BYSETPOS']);
      return monthly(parts, { interval, days, place, dayOfMonth: at.day });
    case 'YEARLY': {
      onlyWith(parts, ['BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'BYMONTH']);
      const month = parts.BYMONTH === undefined ? at.month : numberOf(parts.BYMONTH, 'BYMONTH', 12);
      const inMonth = monthly(parts, { interval, days, place, dayOfMonth: at.day });
      return { ...inMonth, month, type: inMonth.type === 'absoluteMonthly' ? 'absoluteYearly' : 'relativeYearly' };
    }
    default:
      return no('FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY');
  }
}

interface Monthly {
  readonly interval: number;
  readonly days: string[];
  readonly place: number | undefined;
  readonly dayOfMonth: number;
}

function monthly(parts: Parts, { interval, days, place, dayOfMonth }: Monthly): Pattern {
  if (parts.BYMONTHDAY === '-1' && days.length === 0) {
    return { type: 'relativeMonthly', interval, daysOfWeek: dayNames, index: 'last' };
  }
  if (days.length === 0) {
    if (parts.BYSETPOS !== undefined) no('BYSETPOS without days');
    const day = parts.BYMONTHDAY === undefined ? dayOfMonth : numberOf(parts.BYMONTHDAY, 'BYMONTHDAY', 31);
    return { type: 'absoluteMonthly', interval, dayOfMonth: day };
  }
  if (parts.BYMONTHDAY !== undefined) no('a weekday and a day of the month together');
  const index = Object.keys(indexes).find((name) => indexes[name] === place);
  if (index === undefined) no('which of the weekdays in the month is not said');
  return { type: 'relativeMonthly', interval, daysOfWeek: days, index: index! };
}

/** The weekdays of a rule, and which of them in the month. */
function daysOf({ BYDAY, BYSETPOS }: Parts): { days: string[]; place: number | undefined } {
  if (BYDAY === undefined) return { days: [], place: undefined };
  const found = BYDAY.split(',').map(
    (day) => /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(day) ?? no('BYDAY names no days'),
  );
  const days = found.map(([, , code]) => dayNames[dayCodes.indexOf(code!)]!);
  const places = found.flatMap(([, place]) => (place === undefined ? [] : [Number(place)]));
  if (places.length > 0 && (found.length > 1 || BYSETPOS !== undefined)) no('several weekdays with numbers');
  return { days, place: places[0] ?? (BYSETPOS === undefined ? undefined : Number(BYSETPOS)) };
}

function onlyWith(parts: Parts, allowed: readonly string[]): void {
  const other = Object.keys(parts).find((name) => name.startsWith('BY') && !allowed.includes(name));
  if (other !== undefined) no(`${other} with FREQ=${parts.FREQ}`);
}

function numberOf(text: string, name: string, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : no(`${name} must be a number from 1 to ${most}`);
}

function rangeOf({ COUNT, UNTIL }: Parts, start: EventTime): Range {
  const startDate = dayOf(start);
  const recurrenceTimeZone = 'date' in start ? 'UTC' : start.timeZone;
  if (COUNT !== undefined) {
    const numberOfOccurrences = numberOf(COUNT, 'COUNT', 999);
    return { type: 'numbered', startDate, numberOfOccurrences, recurrenceTimeZone };
  }
  if (UNTIL === undefined) return { type: 'noEnd', startDate, recurrenceTimeZone };
  const endDate = lastDay(UNTIL, start);
  if (endDate < startDate) refuse('/recurrence', 'The repetition ends before the event begins.');
  return { type: 'endDate', startDate, endDate, recurrenceTimeZone };
}

/** The last day on which an event can begin; one that begins after UNTIL's time of day is no longer in it. */
function lastDay(until: string, start: EventTime): string {
  const [, date, time, utc] = /^(\d{8})(?:T(\d{6})(Z)?)?$/.exec(until) ?? no('UNTIL is no date');
  const day = DateTime.fromFormat(date!, 'yyyyMMdd', { zone: 'utc' });
  if (!day.isValid) no('UNTIL is no date');
  if (time === undefined || 'date' in start) return day.toISODate()!;
  const zone = utc ? 'utc' : start.timeZone;
  const end = DateTime.fromFormat(`${date}${time}`, 'yyyyMMddHHmmss', { zone }).setZone(start.timeZone);
  if (!end.isValid) no('UNTIL is no time');
  const { hour, minute, second } = momentOf(start);
  return (end < end.set({ hour, minute, second }) ? end.minus({ days: 1 }) : end).toISODate()!;
}

/** A pattern whose days all move. @throws HubError `input_invalid` where that has no one meaning. */
export function shiftedPattern(pattern: Pattern, days: number): Pattern {
  if (days === 0 || pattern.type === 'daily') return pattern;
  if (pattern.type !== 'weekly') {
    return refuse(
      '/recurrence',
      'Say how the series should repeat from then on; its days cannot be moved by themselves.',
    );
  }
  const moved = (day: string) => dayNames[(((dayNames.indexOf(day.toLowerCase()) + days) % 7) + 7) % 7]!;
  return { ...pattern, daysOfWeek: (pattern.daysOfWeek ?? []).map(moved) };
}

/** A day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate()!;

/** A recurrence without the members that Graph fills in with nothing. */
export function cleaned({ pattern, range }: GraphRecurrence): GraphRecurrence {
  const { type, interval, month, dayOfMonth, daysOfWeek, firstDayOfWeek, index } = pattern;
  const { startDate, endDate, numberOfOccurrences, recurrenceTimeZone } = range;
  return {
    pattern: {
      type,
      interval,
      ...(type.endsWith('Yearly') && { month }),
      ...(type.startsWith('absolute') && { dayOfMonth }),
      ...((type === 'weekly' || type.startsWith('relative')) && { daysOfWeek }),
      ...(type === 'weekly' && firstDayOfWeek !== undefined && { firstDayOfWeek }),
      ...(type.startsWith('relative') && { index }),
    },
    range: {
      type: range.type,
      startDate,
      ...(range.type === 'endDate' && { endDate }),
      ...(range.type === 'numbered' && { numberOfOccurrences }),
      ...(recurrenceTimeZone && { recurrenceTimeZone }),
    },
  };
}
