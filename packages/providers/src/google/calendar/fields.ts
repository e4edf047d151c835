import type { calendar_v3 } from '@googleapis/calendar';
import type { Reminder } from '@switchboard/contracts';
import type { z } from 'zod';
import type { EventFields } from '../../shared/calendar/event-fields.ts';
import type { GoogleAttendee, GoogleEvent } from './answer.ts';
import { recurrenceLines } from './recurrence.ts';
import { toGoogleTime } from './time.ts';

/**
 * The body of a create or change. Attendees already there keep their answer and what else Google holds of them.
 */
export function bodyOf(fields: EventFields, present: readonly GoogleAttendee[] = []): calendar_v3.Schema$Event {
  const { title, start, end, attendees, location, description, reminders, recurrence } = fields;
  return {
    ...(title === undefined ? {} : { summary: title }),
    ...(start ? { start: toGoogleTime(start) } : {}),
    ...(end ? { end: toGoogleTime(end) } : {}),
    ...(attendees ? { attendees: attendees.map((attendee) => attendeeOf(attendee, present)) } : {}),
    ...(location === undefined ? {} : { location }),
    ...(description === undefined ? {} : { description }),
    ...(reminders ? { reminders: { useDefault: false, overrides: reminders.map(overrideOf) } } : {}),
    ...(recurrence ? { recurrence: recurrenceLines(recurrence) } : {}),
  };
}

function attendeeOf(
  { email, name, optional }: NonNullable<EventFields['attendees']>[number],
  present: readonly GoogleAttendee[],
) {
  const known = present.find((one) => one.email?.toLowerCase() === email.toLowerCase());
  return { ...known, email, ...(name ? { displayName: name } : {}), ...(optional === undefined ? {} : { optional }) };
}

const overrideOf = ({ method, minutesBefore }: z.infer<typeof Reminder>) => ({ method, minutes: minutesBefore });

const touchedBy = {
  title: 'summary',
  start: 'start',
  end: 'end',
  attendees: 'attendees',
  location: 'location',
  description: 'description',
  reminders: 'reminders',
  recurrence: 'recurrence',
} as const satisfies Record<keyof EventFields, keyof GoogleEvent>;

/** The body that puts those fields back to what they were. */
export function restoringBody(before: GoogleEvent, names: readonly (keyof EventFields)[]): calendar_v3.Schema$Event {
  const empty = {
    summary: '',
    location: '',
    description: '',
    attendees: [],
    recurrence: [],
    reminders: { useDefault: true },
  };
  const was: calendar_v3.Schema$Event = { ...empty, ...before };
  return Object.fromEntries(names.map((name) => [touchedBy[name], clearing(was[touchedBy[name]])]));
}

/** PATCH merges objects: the kind of time that is left must be emptied. */
function clearing(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('date' in value) return { ...value, dateTime: null, timeZone: null };
  return 'dateTime' in value ? { ...value, date: null } : value;
}
