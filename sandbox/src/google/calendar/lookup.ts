import { GoogleError, notFound } from '../errors.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { StoredEvent } from './model.ts';
import { occurrences } from './recurrence.ts';
import { instanceOf } from './render.ts';
import { eventIn, type StoredCalendar } from './state.ts';
import { DateTime } from 'luxon';

export interface Found {
  readonly event: StoredEvent;
  /** The series, where the event is one occurrence of it that nobody changed yet. */
  readonly series?: StoredEvent;
}

/** The event or occurrence with this id. @throws {GoogleError} 404 where it never was. */
export function findEvent(kit: SandboxKit, calendar: StoredCalendar, id: string): Found {
  const event = eventIn(kit, calendar, id);
  if (event) {
    if (calendar.entries[id]!.removed) return { event: { ...event, status: 'cancelled' } };
    return { event };
  }
  const [, seriesId, stamp] = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id) ?? [];
  const series = seriesId ? eventIn(kit, calendar, seriesId) : undefined;
  if (!series?.recurrence) throw notFound('Not Found');
  const near = DateTime.fromFormat(stamp!.slice(0, 8), 'yyyyMMdd', { zone: 'utc' }).toMillis();
  const hit = occurrences(series, calendar.timeZone, near - 2 * 86_400_000, near + 3 * 86_400_000).find(
    (one) => one.suffix === stamp,
  );
  if (!hit) throw notFound('Not Found');
  return { event: { ...instanceOf(series, hit), status: series.status }, series };
}

/** The same, for a change. @throws {GoogleError} 412 where the caller knew an older version. */
export function findForChange(
  kit: SandboxKit,
  calendar: StoredCalendar,
  id: string,
  ifMatch: string | undefined,
  etag: (event: StoredEvent) => string,
): Found {
  const found = findEvent(kit, calendar, id);
  if (ifMatch && ifMatch !== '*' && ifMatch !== etag(found.event))
    throw new GoogleError(412, 'conditionNotMet', 'Precondition Failed', {
      location: 'If-Match',
      locationType: 'header',
      status: 'FAILED_PRECONDITION',
    });
  return found;
}
