import { DateTime } from 'luxon';
// rrule ships CommonJS for node; its names arrive on the default export.
import rruleModule from 'rrule';
import { invalid } from '../errors.ts';
import type { EventContent, Pattern, Recurrence, StoredEvent } from './state.ts';
import { kept, momentOf, zoneOf } from './time.ts';

const { RRule } = rruleModule;
const mostOccurrences = 1500;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const places: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

/** One event of a series, or an event that stands alone. */
export interface Occurrence {
  /** The day it stood for, as `20261201`; undefined where it stands alone. */
  readonly day?: string;
  /** When it stood there before it was changed. */
  readonly original?: DateTime;
  readonly isChanged: boolean;
  readonly content: EventContent;
}

const floating = (at: DateTime): Date => new Date(at.setZone('utc', { keepLocalTime: true }).toMillis());

function optionsOf({ type, interval, daysOfWeek = [], dayOfMonth, month, index = 'first', firstDayOfWeek }: Pattern) {
  const byweekday = daysOfWeek.map((day) => weekdays.indexOf(day.toLowerCase()));
  const at = { byweekday, bysetpos: places[index]! };
  const frequency = { daily: RRule.DAILY, weekly: RRule.WEEKLY, absoluteMonthly: RRule.MONTHLY, relativeMonthly: RRule.MONTHLY, absoluteYearly: RRule.YEARLY, relativeYearly: RRule.YEARLY }[type]; // prettier-ignore
  return {
    freq: frequency,
    interval,
    wkst: Math.max(0, weekdays.indexOf((firstDayOfWeek ?? 'sunday').toLowerCase())),
    ...(type === 'weekly' && { byweekday }),
    ...(type.startsWith('relative') && at),
    ...(type.startsWith('absolute') && { bymonthday: dayOfMonth! }),
    ...(type.endsWith('Yearly') && { bymonth: month! }),
  };
}

/** The members each pattern must have, and a start that is in it. @throws {Refusal} 400. */
export function checkRecurrence(event: Pick<StoredEvent, 'start'>, { pattern, range }: Recurrence): void {
  const bad = (text: string): never => {
    throw invalid(text, 'ErrorInvalidRecurrencePattern');
  };
  const { type } = pattern;
  if ((type === 'weekly' || type.startsWith('relative')) && !pattern.daysOfWeek?.length) bad('daysOfWeek is required.');
  if (type.startsWith('absolute') && !pattern.dayOfMonth) bad('dayOfMonth is required.');
  if (type.endsWith('Yearly') && !pattern.month) bad('month is required.');
  if (range.type === 'endDate' && !range.endDate) bad('endDate is required.');
  if (range.type === 'numbered' && !range.numberOfOccurrences) bad('numberOfOccurrences is required.');
  if (range.type === 'endDate' && range.endDate! < range.startDate) bad('The series ends before it begins.');
  if (range.startDate !== event.start.dateTime.slice(0, 10)) bad('The range begins on another day than the event.');
}

/** When each event of a series begins, within a window or, without one, from the first on. */
function starts({ start, recurrence }: StoredEvent, from: DateTime, to: DateTime): DateTime[] {
  const { pattern, range } = recurrence!;
  const zone = zoneOf(start.timeZone);
  const until = range.type === 'endDate' ? { until: new Date(`${range.endDate}T23:59:59Z`) } : {};
  const count = range.type === 'numbered' ? { count: range.numberOfOccurrences! } : {};
  const rule = new RRule({ ...optionsOf(pattern), ...until, ...count, dtstart: floating(momentOf(start)) });
  return rule
    .between(floating(from.setZone(zone)), floating(to.setZone(zone)), true, (_date, at) => at < mostOccurrences)
    .map((date) => DateTime.fromJSDate(date, { zone: 'utc' }).setZone(zone, { keepLocalTime: true }));
}

/** What of an event, a series spread out, touches a window; cancelled ones left out. */
export function occurrencesOf(event: StoredEvent, from: DateTime, to: DateTime): Occurrence[] {
  const touches = ({ start, end }: EventContent): boolean => momentOf(start) < to && momentOf(end) > from;
  if (!event.recurrence) return touches(event) ? [{ isChanged: false, content: event }] : [];
  const length = momentOf(event.end).diff(momentOf(event.start));
  // A changed one may have been moved here from far away, so a month more is looked at on both sides.
  return starts(event, from.minus(length).minus({ days: 31 }), to.plus({ days: 31 })).flatMap((start) => {
    const found = occurrenceAt(event, start);
    return found && touches(found.content) ? [found] : [];
  });
}

function occurrenceAt(event: StoredEvent, start: DateTime): Occurrence | undefined {
  const day = start.toFormat('yyyyMMdd');
  const change = Object.hasOwn(event.changes, day) ? event.changes[day] : undefined;
  if (change === null) return undefined;
  const zone = event.start.timeZone;
  const days = Math.round(momentOf(event.end).diff(momentOf(event.start), 'days').days);
  const end = event.isAllDay ? start.plus({ days }) : start.plus(momentOf(event.end).diff(momentOf(event.start)));
  const planned = { ...event, start: kept(start, zone), end: kept(end, zone) };
  return { day, original: start, isChanged: change !== undefined, content: { ...planned, ...change } };
}

/** The event of a series that stood for a day, as `20261201`; undefined where it has none. */
export function occurrenceOn(event: StoredEvent, day: string): Occurrence | undefined {
  const at = DateTime.fromFormat(day, 'yyyyMMdd', { zone: zoneOf(event.start.timeZone) });
  if (!at.isValid) return undefined;
  const start = starts(event, at, at.endOf('day')).find((one) => one.toFormat('yyyyMMdd') === day);
  return start && occurrenceAt(event, start);
}
