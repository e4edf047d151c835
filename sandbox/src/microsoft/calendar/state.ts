import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { noItem } from '../errors.ts';
import { seedCalendars } from './seed.ts';

/** What the clock on the wall shows, without an offset, and where the wall is. */
export interface ZonedTime {
  /** As `2026-12-01T12:30:00`. */
  readonly dateTime: string;
  /** An IANA name, or one of Windows. */
  readonly timeZone: string;
}

export interface Guest {
  readonly address: string;
  readonly name: string;
  readonly type: 'required' | 'optional' | 'resource';
  response: Answer;
}
export type Answer = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

export interface Pattern {
  readonly type: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly';
  readonly interval: number;
  readonly month?: number | undefined;
  readonly dayOfMonth?: number | undefined;
  readonly daysOfWeek?: readonly string[] | undefined;
  readonly firstDayOfWeek?: string | undefined;
  readonly index?: string | undefined;
}

export interface Range {
  readonly type: 'endDate' | 'noEnd' | 'numbered';
  readonly startDate: string;
  readonly endDate?: string | undefined;
  readonly numberOfOccurrences?: number | undefined;
  readonly recurrenceTimeZone?: string | undefined;
}
export interface Recurrence {
  readonly pattern: Pattern;
  readonly range: Range;
}

/** What an event says; an occurrence can say something else. */
export interface EventContent {
  subject: string;
  body: string;
  start: ZonedTime;
  end: ZonedTime;
  isAllDay: boolean;
  location: string;
  attendees: Guest[];
  reminder: number | null;
  showAs: string;
  importance: string;
  sensitivity: string;
  joinUrl: string | null;
}

/** An event in one person's calendar; everyone invited has an own one with the same `uid`. */
export interface StoredEvent extends EventContent {
  readonly id: string;
  readonly owner: string;
  readonly calendar: string;
  readonly uid: string;
  readonly organizer: { readonly address: string; readonly name: string };
  readonly isOrganizer: boolean;
  readonly transactionId?: string;
  readonly properties: readonly { readonly id: string; readonly value: string }[];
  readonly created: string;
  modified: string;
  version: number;
  /** The person's own answer. */
  response: Answer;
  recurrence: Recurrence | null;
  /** By the day they stood for: what is different, or null where it was cancelled. */
  readonly changes: Record<string, Partial<EventContent> | null>;
}

export interface StoredCalendar {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly canEdit: boolean;
  readonly color: string;
}

/** A mail that Outlook sent about an event. */
export interface Notice {
  readonly at: string;
  readonly kind: 'invitation' | 'update' | 'cancellation' | 'response';
  readonly subject: string;
  readonly to: readonly string[];
  readonly comment: string;
}

export interface CalendarState {
  next: number;
  readonly calendars: Record<string, StoredCalendar>;
  readonly events: Record<string, StoredEvent>;
  readonly notices: Notice[];
}

export const calendarState = (kit: SandboxKit): CalendarState =>
  kit.store.part<CalendarState>('microsoft.calendar', () => seedCalendars(kit.clock()));

export const calendarsOf = (kit: SandboxKit, { id }: MicrosoftAccount): StoredCalendar[] =>
  Object.values(calendarState(kit).calendars).filter(({ owner }) => owner === id);

/** A calendar of the person's; the default one without an id. @throws {Refusal} 404. */
export function calendarBy(kit: SandboxKit, account: MicrosoftAccount, id: string | undefined): StoredCalendar {
  const found = calendarsOf(kit, account).find((one) => (id === undefined ? one.isDefault : one.id === id));
  if (!found) throw noItem();
  return found;
}

/** Ids of what is made here cannot be told from those of Outlook by their length alone. */
export const newId = (state: CalendarState): string => `AAMk${nameFor(`event ${(state.next += 1)}`, 40)}=`;

export const eventsOf = (kit: SandboxKit, { id }: Pick<MicrosoftAccount, 'id'>): StoredEvent[] =>
  Object.values(calendarState(kit).events).filter(({ owner }) => owner === id);
