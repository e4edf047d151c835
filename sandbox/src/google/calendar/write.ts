import { randomBytes } from 'node:crypto';
import { GoogleError, notFound } from '../errors.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { checked, guestChange, merged, withConference } from './change.ts';
import { aroundNow, exceptionsOf } from './listing.ts';
import { findEvent, findForChange } from './lookup.ts';
import { readOnlyFields, type EventBody, type StoredEvent } from './model.ts';
import { noteNotice } from './notices.ts';
import { occurrences } from './recurrence.ts';
import { etagOf } from './render.ts';
import { calendarState, eventIn, keepEvent, type StoredCalendar } from './state.ts';

export interface WriteOptions {
  readonly sendUpdates?: string | undefined;
  readonly conferenceDataVersion?: number | undefined;
  readonly ifMatch?: string | undefined;
}

const alphabet = '0123456789abcdefghijklmnopqrstuv';
const newId = (): string => [...randomBytes(26)].map((byte) => alphabet[byte % 32]).join('');

export function insertEvent(
  kit: SandboxKit,
  calendar: StoredCalendar,
  account: GoogleAccount,
  body: EventBody,
  options: WriteOptions,
): StoredEvent {
  const id = body.id ?? newId();
  if (!/^[a-v0-9]{5,1024}$/.test(id))
    throw new GoogleError(400, 'invalid', 'Invalid resource id value.', { location: 'id' });
  if (eventIn(kit, calendar, id)) throw new GoogleError(409, 'duplicate', 'The requested identifier already exists.');
  if (body.status === 'cancelled')
    throw new GoogleError(400, 'invalid', 'Invalid value for: Event status cannot be cancelled.', {
      location: 'status',
    });
  const now = new Date(kit.clock()).toISOString();
  const fields = Object.entries(body).filter(
    ([name, value]) => value !== null && value !== undefined && !readOnlyFields.has(name) && name !== 'conferenceData',
  );
  const event: StoredEvent = {
    ...Object.fromEntries(fields),
    id,
    home: calendar.id,
    iCalUID: body.iCalUID ?? `${id}@google.com`,
    created: now,
    updated: now,
    seq: 0,
    sequence: 0,
    status: body.status ?? 'confirmed',
    start: body.start ?? {},
    end: body.end ?? {},
    creator: { email: account.email },
    organizer: calendar.primary ? { email: calendar.id } : { email: calendar.id, displayName: calendar.summary },
  };
  const kept = keepEvent(kit, withConference(checked(event, calendar), body, options.conferenceDataVersion ?? 0));
  if (kept.attendees) noteNotice(kit, kept, 'invitation', options.sendUpdates, account);
  return kept;
}

export function changeEvent(
  kit: SandboxKit,
  calendar: StoredCalendar,
  account: GoogleAccount,
  eventId: string,
  body: EventBody,
  mode: 'patch' | 'update',
  options: WriteOptions,
): StoredEvent {
  const { event, series } = findForChange(kit, calendar, eventId, options.ifMatch, etagOf);
  if (event.home !== calendar.id) {
    const changed = guestChange(event, body, calendar, account);
    const kept = keepEvent(kit, changed);
    noteNotice(kit, kept, 'response', options.sendUpdates, account);
    return kept;
  }
  const next = withConference(checked(merged(event, body, mode), calendar), body, options.conferenceDataVersion ?? 0);
  next.sequence = event.sequence + 1;
  if (series || next.recurringEventId) next.recurringEventId = event.recurringEventId!;
  const kept = keepEvent(kit, next);
  if (kept.recurrence) dropStrays(kit, calendar, kept);
  if (kept.status === 'cancelled' && event.status !== 'cancelled')
    noteNotice(kit, kept, 'cancellation', options.sendUpdates, account);
  else if (kept.attendees ?? event.attendees) noteNotice(kit, kept, 'update', options.sendUpdates, account);
  return kept;
}

/** Forgets changed occurrences that a changed rule no longer has. */
function dropStrays(kit: SandboxKit, calendar: StoredCalendar, series: StoredEvent): void {
  const exceptions = exceptionsOf(kit, calendar, series.id);
  if (exceptions.size === 0) return;
  const { from, to } = aroundNow(kit);
  const planned = new Set(occurrences(series, calendar.timeZone, from, to).map((one) => one.ms));
  for (const [at, exception] of exceptions)
    if (!planned.has(at) && exception.status !== 'cancelled') keepEvent(kit, { ...exception, status: 'cancelled' });
}

export function deleteEvent(
  kit: SandboxKit,
  calendar: StoredCalendar,
  account: GoogleAccount,
  eventId: string,
  options: WriteOptions,
): void {
  const { event } = findForChange(kit, calendar, eventId, options.ifMatch, etagOf);
  if (event.status === 'cancelled') throw new GoogleError(410, 'deleted', 'Resource has been deleted');
  if (event.home !== calendar.id) {
    const attendees = event.attendees?.map((attendee) =>
      attendee.email.toLowerCase() === account.email ? { ...attendee, responseStatus: 'declined' } : attendee,
    );
    const kept = keepEvent(kit, { ...event, ...(attendees && { attendees }) });
    calendar.entries[kept.id] = { ...calendar.entries[kept.id], home: kept.home, seq: kept.seq, removed: true };
    noteNotice(kit, kept, 'response', options.sendUpdates, account);
    return;
  }
  const kept = keepEvent(kit, { ...event, status: 'cancelled', sequence: event.sequence + 1 });
  if (kept.recurrence)
    for (const exception of exceptionsOf(kit, calendar, kept.id).values())
      keepEvent(kit, { ...exception, status: 'cancelled' });
  if (kept.attendees) noteNotice(kit, kept, 'cancellation', options.sendUpdates, account);
}

export function moveEvent(
  kit: SandboxKit,
  from: StoredCalendar,
  to: StoredCalendar,
  account: GoogleAccount,
  eventId: string,
  options: WriteOptions,
): StoredEvent {
  const { event } = findEvent(kit, from, eventId);
  if (event.status === 'cancelled') throw notFound('Not Found');
  if (event.recurringEventId)
    throw new GoogleError(400, 'cannotChangeOrganizerOfInstance', 'Cannot change the organizer of an instance.', {
      domain: 'calendar',
    });
  if (event.home !== from.id)
    throw new GoogleError(403, 'forbiddenForNonOrganizer', 'Only the organizer can move an event.', {
      domain: 'calendar',
    });
  if (from.id === to.id) return event;
  const moving = [event, ...exceptionsOf(kit, from, event.id).values()];
  const state = calendarState(kit);
  for (const one of moving) {
    delete from.events[one.id];
    for (const calendar of Object.values(state.calendars))
      if (calendar.entries[one.id]) calendar.entries[one.id]!.home = to.id;
    const organizer = to.primary ? { email: to.id } : { email: to.id, displayName: to.summary };
    keepEvent(kit, { ...one, home: to.id, organizer, sequence: one.sequence + 1 });
    from.entries[one.id] = { home: to.id, seq: state.seq, removed: true };
  }
  const kept = to.events[event.id]!;
  if (kept.attendees) noteNotice(kit, kept, 'update', options.sendUpdates, account);
  return kept;
}
