import type { EventTime } from '@switchboard/contracts';
import { DateTime, IANAZone } from 'luxon';
import { momentOf, rfc3339, type Span } from '../../shared/calendar/time.ts';
import { refuse } from '../../shared/refuse.ts';
import type { GoogleEvent, GoogleTime } from './answer.ts';

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

/** Start and end of an event. @throws HubError `input_invalid` where it has none. */
export function spanOf(event: GoogleEvent): Span {
  const start = fromGoogleTime(event.start ?? event.originalStartTime);
  const end = fromGoogleTime(event.end ?? event.originalStartTime);
  return start && end ? { start, end } : refuse('/eventId', 'This event has no time.');
}

export const rfc3339Of = (instant: string): string => rfc3339(DateTime.fromISO(instant, { setZone: true }));
