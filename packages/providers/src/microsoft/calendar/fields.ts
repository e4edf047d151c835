import type { EventTime, Notify, Reminder } from '@switchboard/contracts';
import type { z } from 'zod';
import type { EventFields } from '../../shared/calendar/event-fields.ts';
import { refuse } from '../../shared/refuse.ts';
import type { GraphAttendee, GraphEvent } from './answer.ts';
import { cleaned, recurrenceOf } from './recurrence.ts';
import { spanOf, toGraphTime } from './time.ts';

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
