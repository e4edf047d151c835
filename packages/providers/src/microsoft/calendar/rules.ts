import { DateTime } from 'luxon';
import type { GraphEvent, GraphRecurrence } from './answer.ts';
import { zoneOfEvent } from './time.ts';

export const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
export const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
export const indexes: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
const frequencies = { daily: 'DAILY', weekly: 'WEEKLY', absoluteMonthly: 'MONTHLY', relativeMonthly: 'MONTHLY', absoluteYearly: 'YEARLY', relativeYearly: 'YEARLY' } as const; // prettier-ignore

/** The rule of a series as an RRULE line (RFC 5545 §3.3.10). */
export function rulesOf(event: Pick<GraphEvent, 'recurrence' | 'isAllDay' | 'originalStartTimeZone'>): string[] {
  if (!event.recurrence) return [];
  const { pattern, range } = event.recurrence;
  const codes = (pattern.daysOfWeek ?? []).map((day) => dayCodes[dayNames.indexOf(day.toLowerCase())]).join(',');
  const isRelative = pattern.type.startsWith('relative');
  const parts = [
    `FREQ=${frequencies[pattern.type]}`,
    ...(pattern.interval > 1 ? [`INTERVAL=${pattern.interval}`] : []),
    ...(pattern.type.endsWith('Yearly') ? [`BYMONTH=${pattern.month}`] : []),
    ...(pattern.type.startsWith('absolute') ? [`BYMONTHDAY=${pattern.dayOfMonth}`] : []),
    ...((pattern.type === 'weekly' || isRelative) && codes ? [`BYDAY=${codes}`] : []),
    ...(isRelative ? [`BYSETPOS=${indexes[pattern.index ?? 'first']}`] : []),
    ...(pattern.type === 'weekly' && pattern.firstDayOfWeek ? weekStart(pattern) : []),
    ...ending(range, event),
  ];
  return [`RRULE:${parts.join(';')}`];
}

/** Where the week begins counts only where weeks are left out; Monday is usual. */
const weekStart = ({ firstDayOfWeek, interval }: GraphRecurrence['pattern']): string[] => {
  const code = dayCodes[dayNames.indexOf(firstDayOfWeek!.toLowerCase())];
  return interval > 1 && code && code !== 'MO' ? [`WKST=${code}`] : [];
};

function ending(
  range: GraphRecurrence['range'],
  event: Pick<GraphEvent, 'isAllDay' | 'originalStartTimeZone'>,
): string[] {
  if (range.type === 'numbered') return [`COUNT=${range.numberOfOccurrences}`];
  if (range.type === 'noEnd' || !range.endDate) return [];
  if (event.isAllDay) return [`UNTIL=${range.endDate.replaceAll('-', '')}`];
  const last = DateTime.fromISO(range.endDate, { zone: zoneOfEvent(event) }).endOf('day');
  return [`UNTIL=${last.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")}`];
}
