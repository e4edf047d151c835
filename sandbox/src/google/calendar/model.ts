import { z } from 'zod';

export interface EventTime {
  date?: string | null;
  dateTime?: string | null;
  timeZone?: string | null;
}

export interface Attendee {
  email: string;
  displayName?: string;
  optional?: boolean;
  responseStatus?: string;
  comment?: string;
  additionalGuests?: number;
  resource?: boolean;
}

/** An event as it is kept: once, at the calendar of its organizer; guests see the same one. */
export interface StoredEvent {
  id: string;
  home: string;
  iCalUID: string;
  created: string;
  updated: string;
  seq: number;
  sequence: number;
  status: string;
  start: EventTime;
  end: EventTime;
  creator: { email: string; displayName?: string };
  organizer: { email: string; displayName?: string };
  attendees?: Attendee[];
  recurrence?: string[];
  recurringEventId?: string;
  originalStartTime?: EventTime;
  summary?: string;
  reminders?: { useDefault?: boolean; overrides?: { method: string; minutes: number }[] };
  [field: string]: unknown;
}

const text = z.string().nullish();
const flag = z.boolean().nullish();
const int = z.int().nullish();
const map = z.record(z.string(), z.string().nullable()).nullish();
const Time = z.strictObject({ date: z.iso.date().nullish(), dateTime: z.string().nullish(), timeZone: text }).nullish();
const Who = z.strictObject({ displayName: text, email: text, id: text, self: flag }).nullish();
const Reminder = z.strictObject({ method: z.enum(['email', 'popup', 'sms']), minutes: z.int().min(0).max(40_320) });
const SolutionKey = z.strictObject({ type: text }).nullish();

const AttendeeBody = z.strictObject({
  additionalGuests: int,
  asyncOperation: text,
  comment: text,
  displayName: text,
  email: text,
  id: text,
  optional: flag,
  organizer: flag,
  resource: flag,
  responseStatus: z.enum(['needsAction', 'declined', 'tentative', 'accepted']).nullish(),
  self: flag,
});

const Conference = z.strictObject({
  conferenceId: text,
  conferenceSolution: z.strictObject({ iconUri: text, key: SolutionKey, name: text }).nullish(),
  createRequest: z
    .strictObject({
      conferenceSolutionKey: SolutionKey,
      requestId: text,
      status: z.strictObject({ statusCode: text }).nullish(),
    })
    .nullish(),
  entryPoints: z
    .array(
      z.strictObject({
        accessCode: text,
        entryPointFeatures: z.array(z.string()).nullish(),
        entryPointType: text,
        label: text,
        meetingCode: text,
        passcode: text,
        password: text,
        pin: text,
        regionCode: text,
        uri: text,
      }),
    )
    .nullish(),
  notes: text,
  parameters: z.looseObject({}).nullish(),
  signature: text,
});

/** An event as a client may send it; what only Google writes is taken and passed over. */
export const EventBody = z.strictObject({
  anyoneCanAddSelf: flag,
  attachments: z
    .array(z.strictObject({ fileId: text, fileUrl: z.string(), iconLink: text, mimeType: text, title: text }))
    .nullish(),
  attendees: z.array(AttendeeBody).max(200).nullish(),
  attendeesOmitted: flag,
  birthdayProperties: z.looseObject({}).nullish(),
  colorId: text,
  conferenceData: Conference.nullish(),
  created: text,
  creator: Who,
  description: z.string().max(8192).nullish(),
  end: Time,
  endTimeUnspecified: flag,
  etag: text,
  eventLabelId: text,
  eventType: z.enum(['default', 'birthday', 'focusTime', 'fromGmail', 'outOfOffice', 'workingLocation']).nullish(),
  extendedProperties: z.strictObject({ private: map, shared: map }).nullish(),
  focusTimeProperties: z.looseObject({}).nullish(),
  gadget: z.looseObject({}).nullish(),
  guestsCanInviteOthers: flag,
  guestsCanModify: flag,
  guestsCanSeeOtherGuests: flag,
  hangoutLink: text,
  htmlLink: text,
  iCalUID: text,
  id: text,
  kind: text,
  location: text,
  locked: flag,
  organizer: Who,
  originalStartTime: Time,
  outOfOfficeProperties: z.looseObject({}).nullish(),
  privateCopy: flag,
  recurrence: z.array(z.string()).nullish(),
  recurringEventId: text,
  reminders: z.strictObject({ overrides: z.array(Reminder).max(5).nullish(), useDefault: flag }).nullish(),
  sequence: int,
  source: z.strictObject({ title: text, url: text }).nullish(),
  start: Time,
  status: z.enum(['confirmed', 'tentative', 'cancelled']).nullish(),
  summary: text,
  transparency: z.enum(['opaque', 'transparent']).nullish(),
  updated: text,
  visibility: z.enum(['default', 'public', 'private', 'confidential']).nullish(),
  workingLocationProperties: z.looseObject({}).nullish(),
});
export type EventBody = z.infer<typeof EventBody>;

/** What a client cannot set; passed over when it comes back in a body. */
export const readOnlyFields: ReadonlySet<string> = new Set([
  'attendeesOmitted', 'created', 'creator', 'etag', 'hangoutLink', 'htmlLink', 'iCalUID', 'id', 'kind', 'locked',
  'organizer', 'originalStartTime', 'privateCopy', 'recurringEventId', 'updated', 'sequence',
]); // prettier-ignore
