import type { GoogleAccount } from '../accounts.ts';
import { GoogleError, notFound } from '../errors.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { seedCalendars } from '../seed/calendar-seed.ts';
import type { StoredEvent } from './model.ts';

export type AccessRole = 'owner' | 'writer' | 'reader' | 'freeBusyReader';

/** Where an event shows; `home` names the calendar that keeps it. */
export interface Entry {
  home: string;
  /** Sequence number of the last change seen here; sync tokens count with it. */
  seq: number;
  /** True where a guest took it off the calendar. */
  removed?: boolean;
  /** What a guest keeps for themselves. */
  own?: { reminders?: StoredEvent['reminders']; colorId?: string; transparency?: string };
}

export interface StoredCalendar {
  id: string;
  ownerId: string;
  summary: string;
  description?: string;
  timeZone: string;
  primary: boolean;
  backgroundColor: string;
  colorId: string;
  access: Record<string, AccessRole>;
  entries: Record<string, Entry>;
  events: Record<string, StoredEvent>;
}

export interface Notice {
  at: string;
  kind: 'invitation' | 'update' | 'cancellation' | 'response';
  calendarId: string;
  eventId: string;
  summary: string;
  sendUpdates: string;
  to: string[];
}

export interface CalendarState {
  seq: number;
  calendars: Record<string, StoredCalendar>;
  notices: Notice[];
}

export const calendarState = (kit: SandboxKit): CalendarState =>
  kit.store.part<CalendarState>('google.calendar', () => seedCalendars(kit.seed, kit.clock()));

const rank: Record<AccessRole, number> = { freeBusyReader: 0, reader: 1, writer: 2, owner: 3 };

/** The calendar a person means by an id, where they may see it. @throws {GoogleError} 404, or 403 below `needed`. */
export function calendarFor(
  kit: SandboxKit,
  account: GoogleAccount,
  id: string,
  needed: AccessRole = 'reader',
): StoredCalendar {
  const { calendars } = calendarState(kit);
  const name = id === 'primary' ? account.email : id;
  const calendar = Object.hasOwn(calendars, name) ? calendars[name]! : undefined;
  const role = calendar?.access[account.id];
  if (!calendar || !role) throw notFound('Not Found');
  if (rank[role] < rank[needed])
    throw new GoogleError(403, 'requiredAccessLevel', `You need to have ${needed} access to this calendar.`, {
      domain: 'calendar',
    });
  return calendar;
}

/** The event an entry shows, or nothing where it never was. */
export function eventIn(kit: SandboxKit, calendar: StoredCalendar, eventId: string): StoredEvent | undefined {
  const entry = Object.hasOwn(calendar.entries, eventId) ? calendar.entries[eventId] : undefined;
  return entry && calendarState(kit).calendars[entry.home]?.events[eventId];
}

/** Keeps a changed event and shows it on the calendars of everyone it concerns. */
export function keepEvent(kit: SandboxKit, event: StoredEvent): StoredEvent {
  const state = calendarState(kit);
  event.seq = ++state.seq;
  event.updated = new Date(kit.clock()).toISOString();
  state.calendars[event.home]!.events[event.id] = event;
  const guests = new Set([...(event.attendees ?? []), event.organizer].map((person) => person.email.toLowerCase()));
  for (const calendar of Object.values(state.calendars)) {
    const concerns = calendar.id === event.home || (calendar.primary && guests.has(calendar.id));
    const entry = calendar.entries[event.id];
    if (entry) {
      entry.seq = event.seq;
      if (!concerns) entry.removed = true;
      else if (calendar.id === event.home) delete entry.removed;
    } else if (concerns) calendar.entries[event.id] = { home: event.home, seq: event.seq };
  }
  kit.store.changed();
  return event;
}
