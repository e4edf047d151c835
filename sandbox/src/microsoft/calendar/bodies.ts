import { z } from 'zod';

const text = z.string().nullish();
const flag = z.boolean().nullish();
const wall = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?$/, 'Not a date and time.');
const Time = z.strictObject({ dateTime: wall, timeZone: z.string() });
const Email = z.strictObject({ address: z.email(), name: text });
const Weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
const Location = z.strictObject({
  displayName: z.string(),
  locationType: z.string().optional(),
  uniqueId: text,
  uniqueIdType: z.string().optional(),
});

const RecurrenceBody = z.strictObject({
  pattern: z.strictObject({
    type: z.enum(['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly']),
    interval: z.int().min(1).max(999),
    month: z.int().min(0).max(12).optional(),
    dayOfMonth: z.int().min(0).max(31).optional(),
    daysOfWeek: z.array(Weekday).optional(),
    firstDayOfWeek: Weekday.optional(),
    index: z.enum(['first', 'second', 'third', 'fourth', 'last']).optional(),
  }),
  range: z.strictObject({
    type: z.enum(['endDate', 'noEnd', 'numbered']),
    startDate: z.iso.date(),
    endDate: z.iso.date().optional(),
    numberOfOccurrences: z.int().min(0).max(999).optional(),
    recurrenceTimeZone: z.string().optional(),
  }),
});

/** What a client may write of an event. */
const writable = {
  subject: text,
  body: z.strictObject({ contentType: z.enum(['text', 'html']).optional(), content: z.string() }).nullish(),
  start: Time,
  end: Time,
  isAllDay: flag,
  location: Location.nullish(),
  attendees: z
    .array(
      z.strictObject({
        emailAddress: Email,
        type: z.enum(['required', 'optional', 'resource']).optional(),
        status: z.looseObject({}).nullish(),
      }),
    )
    .max(500),
  recurrence: RecurrenceBody.nullable(),
  reminderMinutesBeforeStart: z.int().min(0),
  isReminderOn: z.boolean(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
  importance: z.enum(['low', 'normal', 'high']),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
  isOnlineMeeting: flag,
  onlineMeetingProvider: z.enum(['teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer', 'unknown']),
};

export const EventChange = z.strictObject(writable).partial();
export type EventChange = z.infer<typeof EventChange>;
export const NewEvent = EventChange.extend({
  start: Time,
  end: Time,
  transactionId: z.string().max(255).optional(),
  singleValueExtendedProperties: z
    .array(
      z.strictObject({
        id: z.string().regex(/^(String|Integer|Boolean) (\{[\da-f-]{36}\} (Name|Id) .+|0x[\da-f]{1,4})$/i),
        value: z.string(),
      }),
    )
    .max(5)
    .optional(),
});
export type NewEvent = z.infer<typeof NewEvent>;

export const Reply = z.strictObject({ comment: z.string().optional(), sendResponse: z.boolean().optional() });
export const Cancellation = z.strictObject({ comment: z.string().optional() });
export const ScheduleBody = z.strictObject({
  schedules: z.array(z.email()).min(1).max(20),
  startTime: Time,
  endTime: Time,
  availabilityViewInterval: z.int().min(5).max(1440).optional(),
});
