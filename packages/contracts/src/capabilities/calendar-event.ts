import { z } from 'zod';
import { Instant, TimeZone } from '../ids.ts';

/** A calendar date, or an instant with the zone it was meant in. */
export const EventTime = z.union([
  z.strictObject({ date: z.iso.date() }),
  z.strictObject({ dateTime: Instant, timeZone: TimeZone }),
]);
export type EventTime = z.infer<typeof EventTime>;

export const AttendeeResponse = z.enum(['needsAction', 'accepted', 'declined', 'tentative']);
export const Attendee = z.object({
  email: z.email(),
  name: z.string().optional(),
  optional: z.boolean().optional(),
  response: AttendeeResponse.optional(),
  organizer: z.boolean().optional(),
  self: z.boolean().optional(),
});
export type Attendee = z.infer<typeof Attendee>;

/** Which events of a series a change means. */
export const RecurrenceScope = z.enum(['this', 'following', 'all']);
export type RecurrenceScope = z.infer<typeof RecurrenceScope>;
/** Who hears of a change. */
export const Notify = z.enum(['all', 'external', 'none']);
export type Notify = z.infer<typeof Notify>;
/** Minutes before the start. */
export const Reminder = z.object({ method: z.enum(['popup', 'email']), minutesBefore: z.int().min(0).max(40_320) });

export const CalendarEvent = z.object({
  id: z.string(),
  calendarId: z.string(),
  title: z.string(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  start: EventTime,
  /** Exclusive for all-day events. */
  end: EventTime,
  location: z.string().optional(),
  description: z.string().optional(),
  attendees: z.array(Attendee),
  organizer: z.object({ email: z.string(), name: z.string().optional(), self: z.boolean().optional() }).optional(),
  /** RRULE, EXDATE and RDATE lines (RFC 5545); only on the series itself. */
  recurrence: z.array(z.string()).optional(),
  /** The series this is an instance of. */
  seriesId: z.string().optional(),
  originalStart: EventTime.optional(),
  reminders: z.array(Reminder).optional(),
  conferenceUrl: z.url().optional(),
  url: z.url().optional(),
  updatedAt: Instant.optional(),
});
export type CalendarEvent = z.infer<typeof CalendarEvent>;

export const Calendar = z.object({
  id: z.string(),
  title: z.string(),
  primary: z.boolean(),
  writable: z.boolean(),
  timeZone: TimeZone,
  color: z.string().optional(),
});
export type Calendar = z.infer<typeof Calendar>;
