import type { SandboxKit } from '../../kit/world.ts';
import { calendarState, eventIn, type StoredCalendar } from './state.ts';
import type { StoredEvent } from './model.ts';
import { occurrences } from './recurrence.ts';
import { instanceOf } from './render.ts';
import { msOf } from './time.ts';

const yearMs = 366 * 24 * 3_600_000;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Everything on a calendar, deleted things too, with the sequence number it was last changed at. */
export function entriesOf(
  kit: SandboxKit,
  calendar: StoredCalendar,
): { event: StoredEvent; seq: number; removed: boolean }[] {
  return Object.entries(calendar.entries).flatMap(([id, entry]) => {
    const event = eventIn(kit, calendar, id);
    return event ? [{ event, seq: entry.seq, removed: entry.removed === true || event.status === 'cancelled' }] : [];
  });
}

/** The years around now, for reading a series without an end. */
export const aroundNow = (kit: SandboxKit): Window => ({ from: kit.clock() - yearMs, to: kit.clock() + 2 * yearMs });

export const touches = (event: StoredEvent, zone: string, window: Window): boolean => {
  const start = msOf(event.start, zone);
  return start < window.to && Math.max(msOf(event.end, zone), start + 1) > window.from;
};

/** The changed or cancelled occurrences of a series, by the moment they stood for. */
export function exceptionsOf(kit: SandboxKit, calendar: StoredCalendar, seriesId: string): Map<number, StoredEvent> {
  const { calendars } = calendarState(kit);
  const home = calendars[calendar.entries[seriesId]?.home ?? calendar.id] ?? calendar;
  const own = Object.values(home.events).filter((event) => event.recurringEventId === seriesId);
  return new Map(own.map((event) => [msOf(event.originalStartTime!, home.timeZone), event]));
}

/** The occurrences of a series within a window, changed ones in place of the planned ones, cancelled ones included. */
export function instancesOf(
  kit: SandboxKit,
  calendar: StoredCalendar,
  series: StoredEvent,
  window: Window,
): StoredEvent[] {
  const exceptions = exceptionsOf(kit, calendar, series.id);
  const planned = occurrences(series, calendar.timeZone, window.from, window.to)
    .filter((occurrence) => !exceptions.has(occurrence.ms))
    .map((occurrence) => instanceOf(series, occurrence));
  const changed = [...exceptions.values()].filter((event) => touches(event, calendar.timeZone, window));
  const hidden = (event: StoredEvent): boolean => calendar.entries[event.id]?.removed === true;
  return [...planned, ...changed.map((event) => (hidden(event) ? { ...event, status: 'cancelled' } : event))];
}

/** Every event of a calendar within a window, series spread out; nothing cancelled. */
export function spread(kit: SandboxKit, calendar: StoredCalendar, window: Window): StoredEvent[] {
  const live = entriesOf(kit, calendar).filter((entry) => !entry.removed && !entry.event.recurringEventId);
  return live
    .flatMap(({ event }) => {
      if (event.recurrence?.length) return instancesOf(kit, calendar, event, window);
      return touches(event, calendar.timeZone, window) ? [event] : [];
    })
    .filter((event) => event.status !== 'cancelled');
}

/** True where every word is somewhere in what Google searches of an event. */
export function mentions(event: StoredEvent, query: string): boolean {
  const people = [...(event.attendees ?? []), event.organizer].flatMap((person) => [person.email, person.displayName]);
  const text = [event.summary, event.description, event.location, ...people].filter(Boolean).join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
