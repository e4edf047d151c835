import type { calendar_v3 } from '@googleapis/calendar';
import { HubError, type CalendarEvent } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { asRead, calendarOf } from '../client.ts';
import { GoogleEvent } from './answer.ts';
import { toEvent } from './event.ts';

/** One event as Google holds it. @throws HubError `not_found` */
export async function fetchEvent(
  context: Pick<ActionContext, 'http'>,
  calendarId: string,
  eventId: string,
): Promise<GoogleEvent> {
  const calendar = await calendarOf(context);
  return asRead(GoogleEvent, await calendar.events.get({ calendarId, eventId }));
}

/** The same, or undefined where there is none. */
export async function findEvent(
  context: Pick<ActionContext, 'http'>,
  calendarId: string,
  eventId: string,
): Promise<GoogleEvent | undefined> {
  try {
    return await fetchEvent(context, calendarId, eventId);
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** One event that can still be changed. @throws HubError `not_found`, or `conflict` where it is cancelled. */
export async function liveEvent(
  context: Pick<ActionContext, 'http'>,
  calendarId: string,
  eventId: string,
): Promise<GoogleEvent> {
  const event = await fetchEvent(context, calendarId, eventId);
  if (event.status === 'cancelled') throw new HubError('conflict', 'This event is cancelled.');
  return event;
}

/** @throws HubError `provider_unavailable` where the event has no time. */
export function shown(event: GoogleEvent, calendarId: string): CalendarEvent {
  const known = toEvent(event, calendarId);
  if (!known)
    throw new HubError('provider_unavailable', 'Google answered an event without a time.', { provider: 'google' });
  return known;
}

/** The id an event made by this run has: base32hex, so a repeat answers 409 instead of making a second one. */
export const ownEventId = (context: Pick<ActionContext, 'run'>): string => context.run.marker.toLowerCase();

export type EventBody = calendar_v3.Schema$Event;
