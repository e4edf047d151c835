import type { Attendee, CalendarEvent, EventTime, Reminder } from '@switchboard/contracts';
import type { z } from 'zod';

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

const names: Readonly<Record<keyof EventFields, true>> = {
  title: true,
  start: true,
  end: true,
  attendees: true,
  location: true,
  description: true,
  reminders: true,
  recurrence: true,
};

/** The fields that a change writes: a time is written whole, and that of a series may move its rule. */
export function writtenBy(fields: EventFields, ofSeries: boolean): (keyof EventFields)[] {
  const timed = fields.start !== undefined || fields.end !== undefined;
  const along = timed ? ['start', 'end', ...(ofSeries ? ['recurrence'] : [])] : [];
  return (Object.keys(names) as (keyof EventFields)[]).filter(
    (name) => fields[name] !== undefined || along.includes(name),
  );
}

/** True where one of the fields is no longer as we left it. Answers of guests do not count. */
export const changedSince = (
  left: CalendarEvent,
  present: CalendarEvent,
  changed: readonly (keyof EventFields)[],
): boolean => changed.some((name) => comparable(left, name) !== comparable(present, name));

function comparable(event: CalendarEvent, name: keyof EventFields): string {
  if (name === 'attendees') {
    const emails = event.attendees.map(({ email }) => email.toLowerCase());
    return emails.sort().join(' ');
  }
  const value = event[name];
  if (typeof value === 'object' && 'dateTime' in value) return String(Date.parse(value.dateTime));
  return JSON.stringify(value ?? null);
}
