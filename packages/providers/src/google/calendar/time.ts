import { HubError, type EventTime } from '@switchboard/contracts';
import { DateTime, IANAZone } from 'luxon';
import type { GoogleTime } from './answer.ts';

/** The moment in its own zone, or the start of the day in UTC. */
export function momentOf(time: EventTime): DateTime {
  return 'date' in time
    ? DateTime.fromISO(time.date, { zone: 'utc' })
    : DateTime.fromISO(time.dateTime, { zone: time.timeZone });
}

/** @returns the time as Google wants it: RFC 3339 with seconds and offset, and the zone it was meant in. */
export function toGoogleTime(time: EventTime): GoogleTime {
  if ('date' in time) return { date: time.date };
  return { dateTime: rfc3339(momentOf(time)), timeZone: time.timeZone };
}

export function fromGoogleTime(time: GoogleTime | undefined, calendarZone = 'UTC'): EventTime | undefined {
  if (time?.date) return { date: time.date };
  if (!time?.dateTime) return undefined;
  const zone = time.timeZone ?? calendarZone;
  return { dateTime: time.dateTime, timeZone: IANAZone.isValidZone(zone) ? zone : 'UTC' };
}

export const rfc3339 = (moment: DateTime): string => moment.toISO({ suppressMilliseconds: true })!;
export const rfc3339Of = (instant: string): string => rfc3339(DateTime.fromISO(instant, { setZone: true }));

/** @throws HubError `input_invalid` where the zone is unknown, the kinds differ or the end does not follow the start. */
export function checkSpan(start: EventTime, end: EventTime): void {
  for (const [path, time] of [
    ['/start', start],
    ['/end', end],
  ] as const) {
    if ('timeZone' in time && !IANAZone.isValidZone(time.timeZone)) {
      refuse(`${path}/timeZone`, `There is no time zone named ${time.timeZone}.`);
    }
  }
  if ('date' in start !== 'date' in end) refuse('/end', 'An all-day start needs an all-day end, a time needs a time.');
  if (momentOf(end) <= momentOf(start)) refuse('/end', 'The end must come after the start.');
}

export function refuse(path: string, message: string): never {
  throw new HubError('input_invalid', message, { errors: [{ path, message }] });
}
