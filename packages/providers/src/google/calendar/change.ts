import type { ActionContext } from '@switchboard/provider-kit';
import type { EventFields } from '../../shared/calendar/event-fields.ts';
import { newSpan, shiftSeries } from '../../shared/calendar/reschedule.ts';
import { asWritten, calendarOf, repeatable } from '../client.ts';
import { GoogleEvent, type GoogleTime } from './answer.ts';
import type { EventBody } from './events.ts';
import { bodyOf } from './fields.ts';
import { shiftedDays } from './recurrence.ts';
import type { Target } from './target.ts';
import { spanOf } from './time.ts';

export type SendUpdates = 'all' | 'externalOnly' | 'none';
export interface At {
  readonly calendarId: string;
  readonly sendUpdates: SendUpdates;
}

/** The fields to write on one event, or on the series for `all`: there a new time shifts every occurrence alike. */
export function changeOf(target: Exclude<Target, { scope: 'following' }>, fields: EventFields): EventBody {
  const span = newSpan(spanOf(target.event), fields);
  if (target.scope === 'this' || !span) {
    const subject = target.scope === 'this' ? target.event : target.master;
    return merging(bodyOf({ ...fields, ...span }, subject.attendees), subject);
  }
  const shifted = shiftSeries(spanOf(target.master).start, spanOf(target.event).start, span);
  const recurrence = fields.recurrence ?? shiftedDays(target.master.recurrence ?? [], shifted.days);
  return merging(bodyOf({ ...fields, ...shifted.span, recurrence }, target.master.attendees), target.master);
}

/** PATCH merges objects: where a date becomes a time, or the other way, the old member is emptied. */
function merging(body: EventBody, present: GoogleEvent): EventBody {
  return {
    ...body,
    ...(body.start ? { start: emptied(body.start, present.start) } : {}),
    ...(body.end ? { end: emptied(body.end, present.end) } : {}),
  };
}

function emptied(time: NonNullable<EventBody['start']>, present: GoogleTime | undefined): EventBody['start'] {
  if (time.date && present?.dateTime) return { ...time, dateTime: null, timeZone: null };
  return time.dateTime && present?.date ? { ...time, date: null } : time;
}

/** Writes only the fields named. Twice has the effect of once. */
export async function patchEvent(
  context: Pick<ActionContext, 'http'>,
  { calendarId, sendUpdates }: At,
  eventId: string,
  requestBody: EventBody,
): Promise<GoogleEvent> {
  const calendar = await calendarOf(context);
  return asWritten(
    GoogleEvent,
    await calendar.events.patch({ calendarId, eventId, sendUpdates, requestBody }, repeatable),
  );
}

/** True where an event already has what a body would write. */
export function has(event: GoogleEvent, body: EventBody): boolean {
  return Object.entries(body).every(([name, value]) => contains(event[name as keyof GoogleEvent], value));
}

function contains(actual: unknown, wanted: unknown): boolean {
  if (wanted === null || wanted === '') return actual === undefined || actual === null || actual === '';
  if (wanted === false) return actual !== true;
  if (Array.isArray(wanted)) {
    const present: unknown[] = Array.isArray(actual) ? actual : [];
    return present.length === wanted.length && wanted.every((item) => present.some((one) => contains(one, item)));
  }
  if (typeof wanted === 'object') {
    const present = (actual ?? {}) as Record<string, unknown>;
    return Object.entries(wanted as object).every(([name, value]) => contains(present[name], value));
  }
  const moments = typeof wanted === 'string' && /^\d{4}-\d\d-\d\dT/.test(wanted);
  return moments ? Date.parse(String(actual)) === Date.parse(wanted) : actual === wanted;
}
