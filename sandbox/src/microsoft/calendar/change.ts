import type { SandboxKit } from '../../kit/world.ts';
import { nameFor } from '../../kit/random.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { invalid } from '../errors.ts';
import type { EventChange, NewEvent } from './bodies.ts';
import { shareMeeting, tell } from './copies.ts';
import type { Found } from './lookup.ts';
import { checkRecurrence } from './recurrence.ts';
import { calendarState, eventsOf, newId, type EventContent, type Guest, type StoredCalendar, type StoredEvent } from './state.ts'; // prettier-ignore
import { momentOf } from './time.ts';

const linkOf = (uid: string): string => `https://teams.microsoft.com/l/meetup-join/${nameFor(uid, 24)}`;

const plain = (content: string, type: string | undefined): string =>
  type === 'html' ? content.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll(/<[^>]+>/g, '') : content;

/** A wall time without fractions of a second. */
const trimmed = ({ dateTime, timeZone }: { dateTime: string; timeZone: string }) => ({
  dateTime: `${dateTime.replace(/\.\d+$/, '')}:00`.slice(0, 19),
  timeZone,
});

/** What a body says in the words of the store. */
function contentOf(body: EventChange, before: EventContent, uid: string): Partial<EventContent> {
  return {
    ...(body.subject !== undefined && { subject: body.subject ?? '' }),
    ...(body.body !== undefined && { body: body.body ? plain(body.body.content, body.body.contentType) : '' }),
    ...(body.start && { start: trimmed(body.start) }),
    ...(body.end && { end: trimmed(body.end) }),
    ...(typeof body.isAllDay === 'boolean' && { isAllDay: body.isAllDay }),
    ...(body.location !== undefined && { location: body.location?.displayName ?? '' }),
    ...(body.attendees && { attendees: guestsOf(body.attendees, before.attendees) }),
    ...(body.reminderMinutesBeforeStart !== undefined && { reminder: body.reminderMinutesBeforeStart }),
    ...(body.isReminderOn === false && { reminder: null }),
    ...(body.isReminderOn === true && { reminder: body.reminderMinutesBeforeStart ?? before.reminder ?? 15 }),
    ...(body.showAs && { showAs: body.showAs }),
    ...(body.importance && { importance: body.importance }),
    ...(body.sensitivity && { sensitivity: body.sensitivity }),
    ...(typeof body.isOnlineMeeting === 'boolean' && { joinUrl: body.isOnlineMeeting ? linkOf(uid) : null }),
  };
}

/** People who were invited before keep their answer. */
const guestsOf = (bodies: NonNullable<EventChange['attendees']>, before: readonly Guest[]): Guest[] =>
  bodies.map(({ emailAddress: { address, name }, type = 'required' }) => {
    const known = before.find((guest) => guest.address.toLowerCase() === address.toLowerCase());
    return { address, name: name ?? known?.name ?? address, type, response: known?.response ?? 'none' };
  });

/** @throws {Refusal} 400 for a time that cannot be. */
function checkTimes({ start, end, isAllDay }: EventContent): void {
  const [from, to] = [momentOf(start), momentOf(end)];
  if (!from.isValid || !to.isValid) throw invalid('The value is not a valid date and time.');
  if (to < from) throw invalid('The end time of the event is before its start.', 'ErrorPropertyValidationFailure');
  if (!isAllDay) return;
  const midnight = [start, end].every(({ dateTime }) => dateTime.endsWith('T00:00:00'));
  const days = to.diff(from, 'days').days;
  if (!midnight || start.timeZone !== end.timeZone || days < 1)
    throw invalid(
      'The Event.Start property for an all-day event needs to be set to midnight, and Event.End at least 24 hours later.',
      'ErrorPropertyValidationFailure',
    );
}

/** A new event. @throws {Refusal} 409 for a transaction that was there before. */
export function addEvent(kit: SandboxKit, account: MicrosoftAccount, calendar: StoredCalendar, body: NewEvent) {
  const state = calendarState(kit);
  const { transactionId } = body;
  const twice = eventsOf(kit, account).some((one) => one.transactionId !== undefined && one.transactionId === transactionId); // prettier-ignore
  if (twice)
    throw invalid("Your request can't be completed. The TransactionId is a duplicate.", 'ErrorDuplicateTransactionId', 409); // prettier-ignore
  if (!calendar.canEdit) throw invalid('Access is denied.', 'ErrorAccessDenied', 403);
  const now = new Date(kit.clock()).toISOString();
  const id = newId(state);
  const uid = `040000008200E00074C5B7101A82E008${nameFor(id, 24).toUpperCase()}`;
  const empty: EventContent = { subject: '', body: '', start: body.start, end: body.end, isAllDay: false, location: '', attendees: [], reminder: 15, showAs: body.isAllDay ? 'free' : 'busy', importance: 'normal', sensitivity: 'normal', joinUrl: null }; // prettier-ignore
  const event: StoredEvent = {
    ...empty,
    ...contentOf(body, empty, uid),
    id,
    owner: account.id,
    calendar: calendar.id,
    uid,
    organizer: { address: account.email, name: account.name },
    isOrganizer: true,
    ...(transactionId !== undefined && { transactionId }),
    properties: body.singleValueExtendedProperties ?? [],
    created: now,
    modified: now,
    version: 1,
    response: 'organizer',
    recurrence: body.recurrence ?? null,
    changes: {},
  };
  checkTimes(event);
  if (event.recurrence) checkRecurrence(event, event.recurrence);
  state.events[id] = event;
  shareMeeting(kit, event, 'invitation');
  kit.store.changed();
  return event;
}

/** Changes an event, a series or one of its events. @throws {Refusal} 400, 403. */
export function changeEvent(kit: SandboxKit, { event, occurrence }: Found, body: EventChange): void {
  if (
    !event.isOrganizer &&
    Object.keys(body).some(
      (name) => !['reminderMinutesBeforeStart', 'isReminderOn', 'showAs', 'sensitivity'].includes(name),
    )
  )
    // prettier-ignore
    throw invalid('You need to be an organizer to change this meeting.', 'ErrorAccessDenied', 403);
  const before = occurrence?.content ?? event;
  const change = contentOf(body, before, event.uid);
  checkTimes({ ...before, ...change });
  if (occurrence?.day) {
    if (body.recurrence !== undefined) throw invalid('An occurrence cannot have a recurrence.', 'ErrorOccurrenceCrossingBoundary'); // prettier-ignore
    event.changes[occurrence.day] = { ...event.changes[occurrence.day], ...change };
  } else {
    const recurrence = body.recurrence === undefined ? event.recurrence : body.recurrence;
    if (recurrence) checkRecurrence({ ...event, ...change }, recurrence);
    // A series with another time forgets what was changed of its events, as Outlook does.
    if (change.start || change.end) dropChanges(event);
    Object.assign(event, change);
    event.recurrence = recurrence;
  }
  touch(kit, event);
  shareMeeting(kit, event, 'update');
}

function dropChanges({ changes }: StoredEvent): void {
  for (const [day, change] of Object.entries(changes)) if (change !== null) delete changes[day];
}

/** Takes an event, or one of a series, off the calendar; the organizer's ends it for everyone. */
export function removeEvent(kit: SandboxKit, { event, occurrence }: Found, comment = ''): void {
  if (occurrence?.day) {
    event.changes[occurrence.day] = null;
    touch(kit, event);
    if (event.isOrganizer) shareMeeting(kit, event, 'cancellation', comment);
    return;
  }
  delete calendarState(kit).events[event.id];
  if (event.isOrganizer) shareMeeting(kit, event, 'cancellation', comment, true);
  kit.store.changed();
}

export interface Said {
  readonly answer: 'accepted' | 'tentativelyAccepted' | 'declined';
  readonly comment?: string | undefined;
  readonly sends: boolean;
}

/** Answers an invitation; a declined one leaves the calendar. @throws {Refusal} 400 for one's own meeting. */
export function answer(
  kit: SandboxKit,
  account: MicrosoftAccount,
  found: Found,
  { answer: given, comment, sends }: Said,
): void {
  const { event } = found;
  if (event.isOrganizer)
    throw invalid("Your request can't be completed. You can't respond to this meeting because you're the meeting organizer."); // prettier-ignore
  event.response = given;
  const original = Object.values(calendarState(kit).events).find((one) => one.uid === event.uid && one.isOrganizer);
  for (const one of [event, original])
    for (const guest of one?.attendees ?? []) if (guest.address === account.email) guest.response = given;
  if (sends)
    tell(kit, { kind: 'response', subject: event.subject, to: [event.organizer.address], comment: comment ?? '' });
  touch(kit, event);
  if (given === 'declined') removeEvent(kit, found);
}

function touch(kit: SandboxKit, event: StoredEvent): void {
  event.modified = new Date(kit.clock()).toISOString();
  event.version += 1;
  kit.store.changed();
}
