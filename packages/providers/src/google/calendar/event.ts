import { Attendee, AttendeeResponse, Notify, Reminder, type CalendarEvent } from '@switchboard/contracts';
import { z } from 'zod';
import { GoogleEvent, type GoogleAttendee } from './answer.ts';
import { fromGoogleTime } from './time.ts';

const Url = z.url();
const Email = z.email();

/** Google's event in the hub's words. `calendarZone` counts where the event names no zone. */
export function toEvent(event: GoogleEvent, calendarId: string, calendarZone?: string): CalendarEvent | undefined {
  const start = fromGoogleTime(event.start ?? event.originalStartTime, calendarZone);
  const end = fromGoogleTime(event.end ?? event.originalStartTime, calendarZone);
  if (!start || !end) return undefined;
  const video = event.conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === 'video')?.uri;

  return {
    id: event.id,
    calendarId,
    title: event.summary ?? '',
    status: event.status,
    start,
    end,
    location: event.location || undefined,
    description: event.description || undefined,
    attendees: (event.attendees ?? []).flatMap(toAttendee),
    organizer: organizerOf(event.organizer),
    recurrence: event.recurrence,
    seriesId: event.recurringEventId,
    originalStart: fromGoogleTime(event.originalStartTime, calendarZone),
    reminders: remindersOf(event.reminders),
    conferenceUrl: Url.safeParse(event.hangoutLink ?? video).data,
    url: Url.safeParse(event.htmlLink).data,
    updatedAt: z.iso.datetime({ offset: true }).safeParse(event.updated).data,
  };
}

function organizerOf(organizer: GoogleEvent['organizer']): CalendarEvent['organizer'] {
  if (!organizer?.email) return undefined;
  return { email: organizer.email, name: organizer.displayName, self: organizer.self };
}

function remindersOf(reminders: GoogleEvent['reminders']): CalendarEvent['reminders'] {
  if (!reminders || reminders.useDefault) return undefined;
  return (reminders.overrides ?? []).flatMap(
    ({ method, minutes }) => Reminder.safeParse({ method, minutesBefore: minutes }).data ?? [],
  );
}

function toAttendee(attendee: GoogleAttendee): Attendee[] {
  const { email, displayName, optional, organizer, self, resource, responseStatus } = attendee;
  if (resource || !Email.safeParse(email).success) return [];
  const response = AttendeeResponse.safeParse(responseStatus).data;
  return [{ email: email!, name: displayName, optional, organizer, self, response }];
}

/** Google's word for who is told of a change. */
export const sendUpdatesOf = (notify: Notify): 'all' | 'externalOnly' | 'none' =>
  notify === 'external' ? 'externalOnly' : notify;

export const primary = (calendarId: string | undefined): string => calendarId ?? 'primary';
