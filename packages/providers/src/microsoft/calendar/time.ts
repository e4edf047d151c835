import type { EventTime } from '@switchboard/contracts';
import { DateTime, IANAZone } from 'luxon';
import { momentOf, rfc3339, type Span } from '../../shared/calendar/time.ts';
import type { GraphEvent, GraphTime } from './answer.ts';
import { windowsZones } from './windows-zones.ts';

/** The IANA name of a zone that Microsoft names its own way or not; UTC for one that nobody knows. */
export function zoneOf(name: string | null | undefined): string {
  const known = windowsZones.get(name ?? '') ?? name ?? 'UTC';
  return IANAZone.isValidZone(known) ? known : 'UTC';
}

/** Graph wants the clock on the wall and its zone; a day is a midnight. */
export function toGraphTime(time: EventTime): GraphTime {
  if ('date' in time) return { dateTime: `${time.date}T00:00:00`, timeZone: 'UTC' };
  return { dateTime: momentOf(time).toFormat("yyyy-MM-dd'T'HH:mm:ss"), timeZone: time.timeZone };
}

/** The moment of Graph's wall time; seven digits follow the second. */
export const instantOf = ({ dateTime, timeZone }: GraphTime): DateTime =>
  DateTime.fromISO(dateTime.replace(/(\.\d{3})\d*$/, '$1'), { zone: zoneOf(timeZone) });

/** A time in the zone that the event was meant in, or its day. */
function fromGraphTime(time: GraphTime, isAllDay: boolean, zone: string): EventTime {
  if (isAllDay) return { date: time.dateTime.slice(0, 10) };
  return { dateTime: rfc3339(instantOf(time).setZone(zone)), timeZone: zone };
}

export const zoneOfEvent = (event: Pick<GraphEvent, 'originalStartTimeZone'>): string =>
  zoneOf(event.originalStartTimeZone);

export function spanOf(event: GraphEvent): Span {
  const zone = zoneOfEvent(event);
  return {
    start: fromGraphTime(event.start, event.isAllDay, zone),
    end: fromGraphTime(event.end, event.isAllDay, zone),
  };
}

/** The day of a time on its own wall, as `2026-12-01`. */
export const dayOf = (time: EventTime): string => ('date' in time ? time.date : momentOf(time).toISODate()!);
