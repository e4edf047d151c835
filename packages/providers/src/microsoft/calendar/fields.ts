import type { Attendee, CalendarEvent, EventTime, Notify, Reminder } from '@switchboard/contracts';
import type { z } from 'zod';
import type { GraphAttendee, GraphEvent } from './answer.ts';
import { cleaned, recurrenceOf } from './recurrence.ts';
import { refuse, spanOf, toGraphTime } from './time.ts';

/** What a person can say of an event; absent means unchanged. */
export interface EventFields {
  readonly title?: string;
  readonly start?: EventTime;
  readonly end?: EventTime;
  readonly attendees?: readonly Pick<Attendee, 'email' | 'name' | 'optional'>[];
  readonly location?: string;
  readonly description?: string;
  readonly reminders?: readonly z.infer<typeof Reminder>[];
  readonly recurrence?: readonly string[];
}

/**
 * The body of a create or change. `start` is the one the repetition begins with.
 * @throws HubError `input_invalid` for what Outlook has no place for.
 */
export function bodyOf(fields: EventFields, start: EventTime, present: readonly GraphAttendee[] = []) {
  const { title, attendees, location, description, reminders, recurrence } = fields;
  return {
    ...(title === undefined ? {} : { subject: title }),
    ...(description === undefined ? {} : { body: { contentType: 'text', content: description } }),
    ...(fields.start && fields.end ? timesOf(fields.start, fields.end) : {}),
    ...(location === undefined ? {} : { location: { displayName: location } }),
    ...(attendees ? { attendees: attendees.map((one) => attendeeOf(one, present)) } : {}),
    ...(reminders ? reminderOf(reminders) : {}),
    ...(recurrence ? { recurrence: recurrenceOf(recurrence, start) ?? null } : {}),
  };
}

const timesOf = (start: EventTime, end: EventTime) => ({
  start: toGraphTime(start),
  end: toGraphTime(end),
  isAllDay: 'date' in start,
});

function attendeeOf(
  { email, name, optional }: NonNullable<EventFields['attendees']>[number],
  present: readonly GraphAttendee[],
) {
  const known = present.find(({ emailAddress }) => emailAddress.address?.toLowerCase() === email.toLowerCase());
  const said = name ?? known?.emailAddress.name;
  const usual = known?.type ?? 'required';
  const type = optional === undefined ? usual : optional ? 'optional' : 'required';
  return { emailAddress: { address: email, ...(said ? { name: said } : {}) }, type };
}

/** Outlook reminds once, on the screen. */
function reminderOf(reminders: readonly z.infer<typeof Reminder>[]) {
  const [first, ...more] = reminders;
  if (!first) return { isReminderOn: false };
  if (more.length > 0) refuse('/reminders', 'Outlook keeps one reminder for an event.');
  if (first.method === 'email') refuse('/reminders/0/method', 'Outlook reminds on the screen, not by e-mail.');
  return { isReminderOn: true, reminderMinutesBeforeStart: first.minutesBefore };
}

/** @throws HubError `input_invalid`: Outlook writes to everyone invited and can be told neither to stay silent nor whom to choose. */
export function checkNotify(notify: Notify, invited: number): void {
  if (notify === 'all' || invited === 0) return;
  refuse('/notify', 'Outlook always writes to everyone who is invited. Choose "all".');
}

const fieldNames = [
  'title',
  'start',
  'end',
  'attendees',
  'location',
  'description',
  'reminders',
  'recurrence',
] as const;

/** The fields that a change writes: a time is written whole, and that of a series moves its rule. */
export function writtenBy(fields: EventFields, ofSeries: boolean): (keyof EventFields)[] {
  const timed = fields.start !== undefined || fields.end !== undefined;
  const along = timed ? ['start', 'end', ...(ofSeries ? ['recurrence'] : [])] : [];
  return fieldNames.filter((name) => fields[name] !== undefined || along.includes(name));
}

/** True where one of the fields is no longer as we left it. Answers of guests do not count. */
export const changedSince = (
  left: CalendarEvent,
  present: CalendarEvent,
  names: readonly (keyof EventFields)[],
): boolean => names.some((name) => comparable(left, name) !== comparable(present, name));

function comparable(event: CalendarEvent, name: keyof EventFields): string {
  if (name === 'attendees') return event.attendees.map(({ email }) => email.toLowerCase()).sort().join(' '); // prettier-ignore
  const value = event[name];
  if (typeof value === 'object' && 'dateTime' in value) return String(Date.parse(value.dateTime));
  return JSON.stringify(value ?? null);
}

/** The body that puts those fields back to what they were. */
export function restoringBody(before: GraphEvent, names: readonly (keyof EventFields)[]): object {
  const { start, end } = spanOf(before);
  const parts = {
    title: { subject: before.subject ?? '' },
    start: timesOf(start, end),
    end: {},
    attendees: { attendees: before.attendees.map(({ emailAddress, type }) => ({ emailAddress: named(emailAddress), type: type ?? 'required' })) }, // prettier-ignore
    location: { location: { displayName: before.location?.displayName ?? '' } },
    description: { body: { contentType: 'text', content: before.body?.content ?? '' } },
    reminders: before.isReminderOn
      ? { isReminderOn: true, reminderMinutesBeforeStart: before.reminderMinutesBeforeStart ?? 15 }
      : { isReminderOn: false },
    recurrence: { recurrence: before.recurrence ? cleaned(before.recurrence) : null },
  } satisfies Record<keyof EventFields, object>;
  return Object.assign({}, ...names.map((name) => parts[name])) as object;
}

const named = ({ address, name }: GraphAttendee['emailAddress']) => ({
  address: address ?? '',
  ...(name ? { name } : {}),
});
