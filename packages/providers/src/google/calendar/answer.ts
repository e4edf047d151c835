import { z } from 'zod';

export const GoogleTime = z.object({
  date: z.string().optional(),
  dateTime: z.string().optional(),
  timeZone: z.string().optional(),
});
export type GoogleTime = z.infer<typeof GoogleTime>;

export const GoogleAttendee = z.looseObject({
  email: z.string().optional(),
  displayName: z.string().optional(),
  optional: z.boolean().optional(),
  organizer: z.boolean().optional(),
  self: z.boolean().optional(),
  resource: z.boolean().optional(),
  responseStatus: z.string().optional(),
  comment: z.string().optional(),
});
export type GoogleAttendee = z.infer<typeof GoogleAttendee>;

/** The members of Google's Event that the hub reads. */
export const GoogleEvent = z.object({
  id: z.string().min(1),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).default('confirmed'),
  htmlLink: z.string().optional(),
  updated: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  start: GoogleTime.optional(),
  end: GoogleTime.optional(),
  originalStartTime: GoogleTime.optional(),
  recurringEventId: z.string().optional(),
  recurrence: z.array(z.string()).optional(),
  attendees: z.array(GoogleAttendee).optional(),
  organizer: z
    .object({ email: z.string().optional(), displayName: z.string().optional(), self: z.boolean().optional() })
    .optional(),
  hangoutLink: z.string().optional(),
  conferenceData: z
    .object({
      entryPoints: z.array(z.object({ entryPointType: z.string().optional(), uri: z.string().optional() })).optional(),
    })
    .optional(),
  reminders: z
    .object({
      useDefault: z.boolean().optional(),
      overrides: z.array(z.object({ method: z.string(), minutes: z.number() })).optional(),
    })
    .optional(),
  colorId: z.string().optional(),
  transparency: z.string().optional(),
  visibility: z.string().optional(),
});
export type GoogleEvent = z.infer<typeof GoogleEvent>;

export const GoogleEvents = z.object({
  timeZone: z.string().optional(),
  items: z.array(GoogleEvent).default([]),
  nextPageToken: z.string().optional(),
});

export const GoogleCalendars = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        summary: z.string().optional(),
        summaryOverride: z.string().optional(),
        primary: z.boolean().optional(),
        accessRole: z.string().optional(),
        timeZone: z.string().optional(),
        backgroundColor: z.string().optional(),
        deleted: z.boolean().optional(),
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});

export const GoogleFreeBusy = z.object({
  calendars: z.record(
    z.string(),
    z.object({
      busy: z.array(z.object({ start: z.string(), end: z.string() })).default([]),
      errors: z.array(z.object({ reason: z.string().optional() })).optional(),
    }),
  ),
});
