import { z } from 'zod';
import { Instant, outsideId, TimeZone } from '../ids.ts';
import {
  Attendee,
  AttendeeResponse,
  Calendar,
  CalendarEvent,
  EventTime,
  Notify,
  RecurrenceScope,
  Reminder,
} from './calendar-event.ts';
import { defineCapability } from './capability.ts';

const calendarId = outsideId(1024).describe('Calendar; the main one unless given').optional();
const eventId = outsideId(1024).describe('Event id');
const notify = Notify.default('all').describe('Who is told by e-mail');

export const calendarListCalendars = defineCapability({
  name: 'calendar.list_calendars',
  title: 'List calendars',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ calendars: z.array(Calendar) }),
});

export const calendarListEvents = defineCapability({
  name: 'calendar.list_events',
  title: 'List events',
  effect: 'read',
  input: z.strictObject({
    calendarId,
    from: Instant.describe('From this moment on'),
    to: Instant.describe('Up to this moment'),
    query: z.string().max(500).describe('Words to look for').optional(),
    limit: z.int().min(1).max(250).default(100).describe('At most this many'),
    cursor: z.string().describe('Where the last page ended').optional(),
  }),
  output: z.object({
    events: z.array(CalendarEvent),
    timeZone: TimeZone.optional(),
    nextCursor: z.string().optional(),
  }),
});

export const calendarGetEvent = defineCapability({
  name: 'calendar.get_event',
  title: 'Read an event',
  effect: 'read',
  input: z.strictObject({ calendarId, eventId }),
  output: CalendarEvent,
});

export const WorkingHours = z.strictObject({
  start: z.iso.time({ precision: -1 }).default('09:00'),
  end: z.iso.time({ precision: -1 }).default('18:00'),
  /** ISO weekdays, Monday is 1. */
  weekdays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
});
export const Slot = z.object({ start: Instant, end: Instant });
export type Slot = z.infer<typeof Slot>;

export const calendarFindFreeTime = defineCapability({
  name: 'calendar.find_free_time',
  title: 'Find free time',
  effect: 'read',
  input: z.strictObject({
    from: Instant.describe('From this moment on'),
    to: Instant.describe('Up to this moment'),
    durationMinutes: z.int().min(5).max(1440).default(30).describe('Length in minutes'),
    attendees: z.array(z.email()).max(50).default([]).describe('Others who must be free'),
    workingHours: WorkingHours.optional().describe('Hours that count'),
    bufferMinutes: z.int().min(0).max(240).default(0).describe('Minutes kept free before and after'),
    timeZone: TimeZone.describe('Zone of the working hours'),
    limit: z.int().min(1).max(50).default(10).describe('At most this many slots'),
  }),
  output: z.object({
    slots: z.array(Slot),
    busy: z.array(z.object({ email: z.string(), start: Instant, end: Instant })),
    /** Attendees whose calendar could not be seen. */
    unknown: z.array(z.string()),
  }),
});

const eventFields = {
  title: z.string().min(1).max(1024).describe('Title'),
  start: EventTime.describe('Start'),
  /** Exclusive for all-day events. */
  end: EventTime.describe('End'),
  attendees: z
    .array(Attendee.pick({ email: true, name: true, optional: true }))
    .max(200)
    .describe('People invited'),
  location: z.string().max(1024).describe('Place'),
  description: z.string().max(8192).describe('Notes'),
  reminders: z.array(Reminder).max(5).describe('Reminders'),
  recurrence: z.array(z.string().max(512)).max(10).describe('Repeats'),
};

export const calendarCreateEvent = defineCapability({
  name: 'calendar.create_event',
  title: 'Create event',
  effect: 'write',
  input: z.strictObject({
    calendarId,
    title: eventFields.title,
    start: eventFields.start,
    end: eventFields.end,
    attendees: eventFields.attendees.default([]),
    location: eventFields.location.optional(),
    description: eventFields.description.optional(),
    reminders: eventFields.reminders.optional(),
    recurrence: eventFields.recurrence.optional(),
    conference: z.boolean().default(false).describe('Add a video link'),
    notify,
  }),
  output: CalendarEvent,
});

export const calendarUpdateEvent = defineCapability({
  name: 'calendar.update_event',
  title: 'Change event',
  effect: 'write',
  input: z.strictObject({
    calendarId,
    eventId,
    scope: RecurrenceScope.default('this').describe('Which of the series'),
    title: eventFields.title.optional(),
    start: eventFields.start.optional(),
    end: eventFields.end.optional(),
    attendees: eventFields.attendees.optional(),
    location: eventFields.location.optional(),
    description: eventFields.description.optional(),
    reminders: eventFields.reminders.optional(),
    recurrence: eventFields.recurrence.optional(),
    notify,
  }),
  output: CalendarEvent,
});

export const calendarMoveEvent = defineCapability({
  name: 'calendar.move_event',
  title: 'Move event to another calendar',
  effect: 'write',
  input: z.strictObject({
    calendarId,
    eventId,
    toCalendarId: outsideId(1024).describe('Calendar it moves to'),
    notify,
  }),
  output: CalendarEvent,
});

export const calendarCancelEvent = defineCapability({
  name: 'calendar.cancel_event',
  title: 'Cancel event',
  effect: 'destroy',
  input: z.strictObject({
    calendarId,
    eventId,
    scope: RecurrenceScope.default('this').describe('Which of the series'),
    notify,
  }),
  output: z.object({ eventId: z.string(), cancelled: z.literal(true) }),
});

export const calendarRespond = defineCapability({
  name: 'calendar.respond',
  title: 'Answer an invitation',
  effect: 'send',
  input: z.strictObject({
    calendarId,
    eventId,
    response: AttendeeResponse.exclude(['needsAction']).describe('Your answer'),
    comment: z.string().max(1024).describe('A note to the organizer').optional(),
    notify,
  }),
  output: CalendarEvent,
});
