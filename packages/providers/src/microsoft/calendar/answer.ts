import { z } from 'zod';

export const GraphTime = z.object({ dateTime: z.string(), timeZone: z.string() });
export type GraphTime = z.infer<typeof GraphTime>;

const Person = z.object({
  emailAddress: z.object({ address: z.string().nullish(), name: z.string().nullish() }),
});
export const GraphAttendee = Person.extend({
  type: z.string().nullish(),
  status: z.object({ response: z.string().nullish() }).nullish(),
});
export type GraphAttendee = z.infer<typeof GraphAttendee>;

export const GraphRecurrence = z.object({
  pattern: z.object({
    type: z.enum(['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly']),
    interval: z.int().positive(),
    month: z.int().optional(),
    dayOfMonth: z.int().optional(),
    daysOfWeek: z.array(z.string()).optional(),
    firstDayOfWeek: z.string().optional(),
    index: z.string().optional(),
  }),
  range: z.object({
    type: z.enum(['endDate', 'noEnd', 'numbered']),
    startDate: z.string(),
    endDate: z.string().optional(),
    numberOfOccurrences: z.int().optional(),
    recurrenceTimeZone: z.string().nullish(),
  }),
});
export type GraphRecurrence = z.infer<typeof GraphRecurrence>;

/** The members of Graph's event that the hub reads. */
export const GraphEvent = z.object({
  id: z.string().min(1),
  subject: z.string().nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  start: GraphTime,
  end: GraphTime,
  isAllDay: z.boolean().default(false),
  isCancelled: z.boolean().nullish(),
  isOrganizer: z.boolean().default(true),
  showAs: z.string().nullish(),
  sensitivity: z.string().nullish(),
  importance: z.string().nullish(),
  type: z.string().nullish(),
  seriesMasterId: z.string().nullish(),
  originalStart: z.string().nullish(),
  originalStartTimeZone: z.string().nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  attendees: z.array(GraphAttendee).default([]),
  organizer: Person.nullish(),
  responseStatus: z.object({ response: z.string().nullish() }).nullish(),
  recurrence: GraphRecurrence.nullish(),
  reminderMinutesBeforeStart: z.int().nullish(),
  isReminderOn: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  onlineMeetingUrl: z.string().nullish(),
  webLink: z.string().nullish(),
  lastModifiedDateTime: z.string().nullish(),
});
export type GraphEvent = z.infer<typeof GraphEvent>;

/** The same members, as a query asks for them. */
export const eventFields = Object.keys(GraphEvent.shape).join(',');

export const GraphCalendar = z.object({
  id: z.string(),
  name: z.string().nullish(),
  isDefaultCalendar: z.boolean().nullish(),
  canEdit: z.boolean().nullish(),
  hexColor: z.string().nullish(),
});

export const GraphSchedule = z.object({
  scheduleId: z.string(),
  scheduleItems: z.array(z.object({ status: z.string().nullish(), start: GraphTime, end: GraphTime })).nullish(),
  workingHours: z.object({ timeZone: z.object({ name: z.string().nullish() }).nullish() }).nullish(),
  error: z.object({ responseCode: z.string().nullish() }).nullish(),
});
export type GraphSchedule = z.infer<typeof GraphSchedule>;
