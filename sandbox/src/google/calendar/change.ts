import { GoogleError } from '../errors.ts';
import { nameFor } from '../../kit/random.ts';
import type { GoogleAccount } from '../accounts.ts';
import { readOnlyFields, type Attendee, type EventBody, type EventTime, type StoredEvent } from './model.ts';
import type { StoredCalendar } from './state.ts';
import { checkRecurrence } from './recurrence.ts';
import { checkedTime, checkRange } from './time.ts';

const shared = new Set([
  'summary', 'description', 'location', 'start', 'end', 'recurrence', 'conferenceData', 'status', 'visibility', 'attachments',
  'guestsCanInviteOthers', 'guestsCanModify', 'guestsCanSeeOtherGuests', 'anyoneCanAddSelf', 'source', 'transparency', 'colorId',
]); // prettier-ignore
const nested = new Set(['start', 'end', 'extendedProperties', 'reminders', 'source']);

/** Puts a body's values over an event's: null clears, lists are replaced, nested values are merged for a patch. */
export function merged(event: StoredEvent, body: EventBody, mode: 'patch' | 'update'): StoredEvent {
  const next: StoredEvent = { ...event };
  if (mode === 'update')
    for (const field of Object.keys(event))
      if (!readOnlyFields.has(field) && !['home', 'seq', 'status', 'conferenceData'].includes(field))
        delete (next as Record<string, unknown>)[field];
  for (const [field, value] of Object.entries(body)) {
    if (readOnlyFields.has(field) || field === 'conferenceData') continue;
    const before = event[field];
    if (value === null || value === undefined) delete (next as Record<string, unknown>)[field];
    else if (mode === 'patch' && nested.has(field) && typeof before === 'object') next[field] = mergeOne(before, value);
    else next[field] = value;
  }
  return next;
}

function mergeOne(before: unknown, value: unknown): unknown {
  const joined = { ...(before as object), ...(value as object) };
  return Object.fromEntries(Object.entries(joined).filter(([, inner]) => inner !== null && inner !== undefined));
}

/** Checks and tidies an event about to be kept. @throws {GoogleError} 400 as Google words it. */
export function checked(event: StoredEvent, calendar: StoredCalendar): StoredEvent {
  const zone = calendar.timeZone;
  event.start = checkedTime(event.start as EventTime | undefined, 'start', zone);
  event.end = checkedTime(event.end as EventTime | undefined, 'end', zone);
  checkRange(event.start, event.end, zone);
  if (event.recurringEventId && event.recurrence?.length)
    throw new GoogleError(
      400,
      'invalid',
      'Cannot turn an instance of a recurring event into a recurring event itself.',
    );
  checkRecurrence(event, zone);
  if (event.recurrence?.length === 0) delete event.recurrence;
  if (event.attendees) event.attendees = attendeesOf(event.attendees, event.organizer.email);
  if (event.attendees?.length === 0) delete event.attendees;
  if (event.reminders?.useDefault && event.reminders.overrides?.length)
    throw new GoogleError(
      400,
      'cannotUseDefaultRemindersAndSpecifyOverride',
      'Cannot specify both default reminders and overrides at the same time.',
      { domain: 'calendar' },
    );
  return event;
}

function attendeesOf(attendees: readonly Attendee[], organizer: string): Attendee[] {
  const seen = new Map<string, Attendee>();
  for (const attendee of attendees) {
    const email = (attendee.email ?? '').trim();
    if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(email))
      throw new GoogleError(400, 'invalid', 'Invalid attendee email.', { location: 'attendees.email' });
    const { displayName, optional, responseStatus, comment, additionalGuests, resource } = attendee;
    seen.set(email.toLowerCase(), {
      email,
      ...(displayName && { displayName }),
      ...(optional && { optional }),
      ...(comment && { comment }),
      ...(additionalGuests && { additionalGuests }),
      ...(resource && { resource }),
      responseStatus: responseStatus ?? (email.toLowerCase() === organizer ? 'accepted' : 'needsAction'),
    });
  }
  return [...seen.values()];
}

/** Gives an event the Meet room a body asks for; the same request id gives the same room. */
export function withConference(event: StoredEvent, body: EventBody, version: number): StoredEvent {
  if (version < 1 || body.conferenceData === undefined) return event;
  if (body.conferenceData === null) {
    delete event.conferenceData;
    delete event.hangoutLink;
    return event;
  }
  const request = body.conferenceData.createRequest;
  if (!request) return event;
  if (!request.requestId)
    throw new GoogleError(400, 'required', 'Missing required field: conferenceData.createRequest.requestId.');
  const type = request.conferenceSolutionKey?.type ?? 'hangoutsMeet';
  if (type !== 'hangoutsMeet')
    throw new GoogleError(400, 'invalid', 'Invalid conference type value.', { location: 'conferenceData' });
  const letters = [...nameFor(`${event.home} ${request.requestId}`, 20)]
    .map((digit) => 'abcdefghijkmnopq'[Number.parseInt(digit, 16)])
    .join('');
  const code = `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7, 10)}`;
  const uri = `https://meet.google.com/${code}`;
  event.hangoutLink = uri;
  event.conferenceData = {
    createRequest: { requestId: request.requestId, conferenceSolutionKey: { type }, status: { statusCode: 'success' } },
    entryPoints: [{ entryPointType: 'video', uri, label: uri.slice('https://'.length) }],
    conferenceSolution: {
      key: { type },
      name: 'Google Meet',
      iconUri:
        'https://fonts.gstatic.com/s/i/productlogos/meet_2020q4/v6/web-512dp/logo_meet_2020q4_color_2x_web_512dp.png',
    },
    conferenceId: code,
  };
  return event;
}

/** A guest's change: the answer and what is only theirs. @throws {GoogleError} 403 for anything all guests share. */
export function guestChange(
  event: StoredEvent,
  body: EventBody,
  calendar: StoredCalendar,
  account: GoogleAccount,
): StoredEvent {
  const touched = Object.keys(body).filter(
    (field) =>
      shared.has(field) &&
      !readOnlyFields.has(field) &&
      JSON.stringify(body[field as keyof EventBody]) !== JSON.stringify(event[field]),
  );
  const own = ['colorId', 'transparency'];
  const forbidden = touched.find((field) => !own.includes(field));
  if (forbidden && event.guestsCanModify !== true)
    throw new GoogleError(
      403,
      'forbiddenForNonOrganizer',
      'Shared properties can only be changed by the organizer of the event.',
      { domain: 'calendar', location: forbidden },
    );
  const mine = body.attendees?.find((attendee) => attendee.email?.toLowerCase() === account.email);
  const next = forbidden ? merged(event, { ...body, attendees: undefined } as EventBody, 'patch') : { ...event };
  if (mine)
    next.attendees = (event.attendees ?? []).map((attendee) =>
      attendee.email.toLowerCase() === account.email
        ? {
            ...attendee,
            responseStatus: mine.responseStatus ?? attendee.responseStatus,
            ...(mine.comment && { comment: mine.comment }),
          }
        : attendee,
    );
  const entry = calendar.entries[event.id] ?? calendar.entries[event.recurringEventId ?? ''];
  if (entry) {
    entry.own = {
      ...entry.own,
      ...(body.reminders && { reminders: body.reminders as NonNullable<StoredEvent['reminders']> }),
      ...(body.colorId && { colorId: body.colorId }),
      ...(body.transparency && { transparency: body.transparency }),
    };
    if (mine?.responseStatus && entry.removed) delete entry.removed;
  }
  return next;
}
