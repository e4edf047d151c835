import type { EventTime } from '@switchboard/contracts';
import { DateTime, IANAZone, Interval } from 'luxon';
import { refuse } from '../refuse.ts';

export interface Span {
  readonly start: EventTime;
  readonly end: EventTime;
}

/** The moment in its own zone, or the start of the day in UTC. */
export function momentOf(time: EventTime): DateTime {
  return 'date' in time
    ? DateTime.fromISO(time.date, { zone: 'utc' })
    : DateTime.fromISO(time.dateTime, { zone: time.timeZone });
}

/** RFC 3339 with seconds and offset. */
export const rfc3339 = (moment: DateTime): string => moment.toISO({ suppressMilliseconds: true })!;

/** @throws HubError `input_invalid` where the zone is unknown, the kinds differ or the end does not follow the start. */
export function checkSpan(start: EventTime, end: EventTime): void {
  if ('timeZone' in start) checkZone(start.timeZone, '/start/timeZone');
  if ('timeZone' in end) checkZone(end.timeZone, '/end/timeZone');
  if ('date' in start !== 'date' in end) refuse('/end', 'An all-day start needs an all-day end, a time needs a time.');
  if (momentOf(end) <= momentOf(start)) refuse('/end', 'The end must come after the start.');
}

/** @throws HubError `input_invalid`. */
export function checkZone(timeZone: string, path = '/timeZone'): void {
  if (!IANAZone.isValidZone(timeZone)) refuse(path, `There is no time zone named ${timeZone}.`);
}

/** What is searched. @throws HubError `input_invalid` where the end does not follow the start, or more days are asked for. */
export function searchedSpan(from: string, to: string, mostDays: number): Interval {
  const within = Interval.fromDateTimes(DateTime.fromISO(from), DateTime.fromISO(to));
  if (!within.isValid || within.isEmpty()) refuse('/to', 'The end must come after the start.');
  if (within.length('days') > mostDays) refuse('/to', `At most ${mostDays} days can be searched at once.`);
  return within;
}
