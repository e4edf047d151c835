import type { MicrosoftAccount } from '../accounts.ts';
import { DateTime } from 'luxon';
import type { Found } from './lookup.ts';
import type { Guest, Recurrence, StoredCalendar, ZonedTime } from './state.ts';
import { momentOf, shownTime } from './time.ts';

/** How the caller wants times and texts. */
export interface Wish {
  readonly zone: string;
  readonly text: boolean;
}

const never = '0001-01-01T00:00:00Z';
const person = (address: string, name: string) => ({ emailAddress: { name, address } });
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** An event as Graph gives it. @see https://learn.microsoft.com/graph/api/resources/event (read 2026-11-21) */
export function shownEvent({ event, occurrence }: Found, wish: Wish): Record<string, unknown> {
  const { subject, body, start, end, isAllDay, location, attendees, reminder, joinUrl, ...content } =
    occurrence?.content ?? event;
  const { uid, created, modified, version } = event;
  const id = occurrence?.day ? `${event.id}_${occurrence.day}` : event.id;
  const type = occurrence?.day ? (occurrence.isChanged ? 'exception' : 'occurrence') : event.recurrence ? 'seriesMaster' : 'singleInstance'; // prettier-ignore
  return {
    '@odata.etag': `W/"${event.id.slice(0, 12)}${version}"`,
    id,
    createdDateTime: created,
    lastModifiedDateTime: modified,
    changeKey: `${event.id.slice(4, 12)}${version}`,
    categories: [],
    ...(event.transactionId !== undefined && { transactionId: event.transactionId }),
    originalStartTimeZone: start.timeZone,
    originalEndTimeZone: end.timeZone,
    iCalUId: uid,
    reminderMinutesBeforeStart: reminder ?? 15,
    isReminderOn: reminder !== null,
    hasAttachments: false,
    subject,
    bodyPreview: body.slice(0, 255),
    importance: content.importance,
    sensitivity: content.sensitivity,
    isAllDay,
    isCancelled: false,
    isOrganizer: event.isOrganizer,
    responseRequested: true,
    seriesMasterId: occurrence?.day ? event.id : null,
    showAs: content.showAs,
    type,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: joinUrl !== null,
    onlineMeetingProvider: joinUrl === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: true,
    isDraft: false,
    hideAttendees: false,
    ...(occurrence?.original && { originalStart: occurrence.original.toUTC().toISO({ suppressMilliseconds: true }) }),
    recurrence: occurrence?.day ? null : shownRecurrence(event.recurrence),
    responseStatus: { response: event.response, time: event.response === 'none' ? never : modified },
    body: {
      contentType: wish.text ? 'text' : 'html',
      content: wish.text ? body : `<html><body>${escaped(body)}</body></html>`,
    },
    start: timeOf(start, isAllDay, wish.zone),
    end: timeOf(end, isAllDay, wish.zone),
    location: { displayName: location, locationType: 'default', uniqueIdType: 'unknown' },
    locations: location ? [{ displayName: location, locationType: 'default', uniqueIdType: 'unknown' }] : [],
    attendees: attendees.map(shownGuest),
    organizer: person(event.organizer.address, event.organizer.name),
    onlineMeeting: joinUrl === null ? null : { joinUrl },
  };
}

/** A day stays a day in every zone. */
const timeOf = (time: ZonedTime, isAllDay: boolean, zone: string) =>
  isAllDay ? shownTime(DateTime.fromISO(time.dateTime, { zone: 'utc' }), 'UTC') : shownTime(momentOf(time), zone);

const shownGuest = ({ address, name, type, response }: Guest) => ({
  type,
  status: { response, time: never },
  ...person(address, name),
});

/** What a pattern does not need is zero or its usual value. */
function shownRecurrence(recurrence: Recurrence | null): unknown {
  if (!recurrence) return null;
  const { pattern, range } = recurrence;
  return {
    pattern: { month: 0, dayOfMonth: 0, firstDayOfWeek: 'sunday', index: 'first', ...pattern },
    range: { recurrenceTimeZone: 'UTC', endDate: '0001-01-01', numberOfOccurrences: 0, ...range },
  };
}

export const shownCalendar = (calendar: StoredCalendar, account: MicrosoftAccount): Record<string, unknown> => ({
  id: calendar.id,
  name: calendar.name,
  color: calendar.color,
  hexColor: '',
  isDefaultCalendar: calendar.isDefault,
  changeKey: calendar.id.slice(0, 8),
  canShare: calendar.canEdit,
  canViewPrivateItems: true,
  canEdit: calendar.canEdit,
  allowedOnlineMeetingProviders: ['teamsForBusiness'],
  defaultOnlineMeetingProvider: 'teamsForBusiness',
  isTallyingResponses: calendar.isDefault,
  isRemovable: !calendar.isDefault,
  owner: { name: account.name, address: account.email },
});
