import type { Attendee, CalendarEvent } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { GraphAttendee, GraphEvent } from './answer.ts';
import { rulesOf } from './rules.ts';
import { spanOf, zoneOfEvent } from './time.ts';

const Url = z.url();
const Email = z.email();
type Response = NonNullable<Attendee['response']>;

const answers: Readonly<Record<string, Response>> = {
  none: 'needsAction',
  notResponded: 'needsAction',
  organizer: 'accepted',
  accepted: 'accepted',
  declined: 'declined',
  tentativelyAccepted: 'tentative',
};
export const answerOf = (response: string | null | undefined): Response => answers[response ?? ''] ?? 'needsAction';

type Who = Pick<ActionContext, 'account'>;
const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a && b && a.toLowerCase() === b.toLowerCase());

/** Graph's event in the hub's words. */
export function shown(context: Who, event: GraphEvent, calendarId = 'primary'): CalendarEvent {
  const { email } = context.account;
  const organizer = event.organizer?.emailAddress;
  return {
    id: event.id,
    calendarId,
    title: event.subject ?? '',
    status: event.isCancelled ? 'cancelled' : event.showAs === 'tentative' ? 'tentative' : 'confirmed',
    ...spanOf(event),
    location: event.location?.displayName || undefined,
    description: event.body?.content?.trim() || undefined,
    attendees: event.attendees.flatMap((one) => attendeeOf(one, event, email)),
    organizer: organizer?.address
      ? { email: organizer.address, name: organizer.name ?? undefined, self: event.isOrganizer }
      : undefined,
    recurrence: event.recurrence ? rulesOf(event) : undefined,
    seriesId: event.seriesMasterId ?? undefined,
    originalStart: originalOf(event),
    reminders: remindersOf(event),
    conferenceUrl: Url.safeParse(event.onlineMeeting?.joinUrl ?? event.onlineMeetingUrl).data,
    url: Url.safeParse(event.webLink).data,
    updatedAt: z.iso.datetime({ offset: true }).safeParse(event.lastModifiedDateTime).data,
  };
}

/** Only the organizer's copy has everyone's answer; one's own is told apart from the list. */
function attendeeOf({ emailAddress, type, status }: GraphAttendee, event: GraphEvent, own?: string): Attendee[] {
  const { address, name } = emailAddress;
  if (type === 'resource' || !Email.safeParse(address).success) return [];
  const self = same(address, own);
  const response = self && !event.isOrganizer ? event.responseStatus?.response : status?.response;
  return [
    {
      email: address!,
      name: name ?? undefined,
      optional: type === 'optional' || undefined,
      organizer: same(address, event.organizer?.emailAddress.address) || undefined,
      self: self || undefined,
      response: answerOf(response),
    },
  ];
}

function originalOf(event: GraphEvent): CalendarEvent['originalStart'] {
  if (!event.originalStart || !event.seriesMasterId) return undefined;
  const at = DateTime.fromISO(event.originalStart, { zone: zoneOfEvent(event) });
  if (!at.isValid) return undefined;
  if (event.isAllDay) return { date: at.toISODate() };
  return { dateTime: at.toISO({ suppressMilliseconds: true }), timeZone: zoneOfEvent(event) };
}

function remindersOf({ isReminderOn, reminderMinutesBeforeStart: minutes }: GraphEvent): CalendarEvent['reminders'] {
  if (isReminderOn === false) return [];
  return typeof minutes === 'number' && minutes >= 0 && minutes <= 40_320
    ? [{ method: 'popup', minutesBefore: minutes }]
    : undefined;
}
