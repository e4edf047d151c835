import type { GoogleAccount } from '../accounts.ts';
import type { EventTime, StoredEvent } from './model.ts';
import type { Occurrence } from './recurrence.ts';
import type { Entry, StoredCalendar } from './state.ts';
import { shown } from './time.ts';

const internal = new Set(['home', 'seq']);
const etag = (seq: number): string => `"${(3_400_000_000_000_000 + seq * 2).toString()}"`;

export const etagOf = (event: StoredEvent): string => etag(event.seq);

export interface RenderOptions {
  readonly zone?: string | undefined;
  readonly maxAttendees?: number | undefined;
}

/** An event as its reader sees it on one calendar. */
export function renderEvent(
  event: StoredEvent,
  calendar: StoredCalendar,
  account: GoogleAccount,
  options: RenderOptions = {},
): Record<string, unknown> {
  const zone = options.zone ?? calendar.timeZone;
  const entry: Entry | undefined = calendar.entries[event.id] ?? calendar.entries[event.recurringEventId ?? ''];
  const owner = calendar.primary ? calendar.id : undefined;
  const self = (email: string): { self?: true } =>
    email.toLowerCase() === (owner ?? account.email) ? { self: true } : {};
  const time = (value: EventTime | undefined): EventTime | undefined => value && shown(value, zone);
  const seen = event.attendees?.map((attendee) => ({
    ...attendee,
    responseStatus: attendee.responseStatus ?? 'needsAction',
    ...(attendee.email === event.organizer.email && { organizer: true }),
    ...self(attendee.email),
  }));
  const attendees = options.maxAttendees ? seen?.filter((one, at) => one.self ?? at < options.maxAttendees!) : seen;
  const kept = Object.fromEntries(
    Object.entries(event).filter(([name, value]) => !internal.has(name) && value !== undefined && value !== null),
  );
  const atHome = calendar.id === event.home;
  const organizer =
    atHome && !calendar.primary
      ? { ...event.organizer, self: true }
      : { ...event.organizer, ...self(event.organizer.email) };
  return {
    kind: 'calendar#event',
    etag: etagOf(event),
    ...kept,
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(`${event.id} ${calendar.id}`).toString('base64url')}`,
    creator: { ...event.creator, ...(event.creator.email === account.email && { self: true }) },
    organizer,
    start: time(event.start),
    end: time(event.end),
    ...(event.originalStartTime && { originalStartTime: time(event.originalStartTime) }),
    ...(attendees?.length ? { attendees } : {}),
    ...(attendees && attendees.length < (seen?.length ?? 0) && { attendeesOmitted: true }),
    reminders: (atHome ? event.reminders : entry?.own?.reminders) ?? { useDefault: true },
    ...(entry?.own?.colorId && { colorId: entry.own.colorId }),
    ...(entry?.own?.transparency && { transparency: entry.own.transparency }),
    eventType: event.eventType ?? 'default',
  };
}

/** A deleted event as a list shows it. */
export const renderCancelled = (event: StoredEvent): Record<string, unknown> => ({
  kind: 'calendar#event',
  etag: etagOf(event),
  id: event.id,
  status: 'cancelled',
  ...(event.recurringEventId && {
    recurringEventId: event.recurringEventId,
    originalStartTime: event.originalStartTime,
  }),
});

/** One occurrence of a series as an event of its own. */
export function instanceOf(series: StoredEvent, occurrence: Occurrence): StoredEvent {
  const { recurrence: _series, ...shared } = series;
  return {
    ...shared,
    id: `${series.id}_${occurrence.suffix}`,
    start: occurrence.start,
    end: occurrence.end,
    recurringEventId: series.id,
    originalStartTime: occurrence.start,
  };
}
