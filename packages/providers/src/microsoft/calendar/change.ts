import type { Notify } from '@switchboard/contracts';
import type { EventFields } from '../../shared/calendar/event-fields.ts';
import { newSpan, shiftSeries } from '../../shared/calendar/reschedule.ts';
import { refuse } from '../../shared/refuse.ts';
import type { GraphEvent, GraphRecurrence, GraphTime } from './answer.ts';
import { bodyOf, checkNotify } from './fields.ts';
import { cleaned, dayAfter, shiftedPattern } from './recurrence.ts';
import { subjectOf, type Target } from './target.ts';
import { spanOf, dayOf, instantOf } from './time.ts';

/** The members to write on one event, or on the series for `all`: there a new time shifts every event alike. */
export function changeOf(target: Exclude<Target, { scope: 'following' }>, fields: EventFields): object {
  const subject = subjectOf(target);
  const span = newSpan(spanOf(target.event), fields);
  if (target.scope === 'this' || !span) {
    if (fields.recurrence && subject.seriesMasterId)
      refuse('/recurrence', 'One event of a series does not repeat by itself.');
    const { start } = span ?? spanOf(subject);
    return bodyOf({ ...fields, ...span }, start, subject.attendees);
  }
  const { master } = target;
  const shifted = shiftSeries(spanOf(master).start, spanOf(target.event).start, span);
  const body = bodyOf({ ...fields, ...shifted.span }, shifted.span.start, master.attendees);
  return fields.recurrence || !master.recurrence
    ? body
    : { ...body, recurrence: moved(master.recurrence, dayOf(shifted.span.start), shifted.days) };
}

/** A rule that begins on another day. */
function moved(recurrence: GraphRecurrence, startDate: string, days: number): GraphRecurrence {
  const { pattern, range } = cleaned(recurrence);
  const endDate = range.endDate === undefined ? {} : { endDate: dayAfter(range.endDate, days) };
  return { pattern: shiftedPattern(pattern, days), range: { ...range, ...endDate, startDate } };
}

/** @throws HubError `input_invalid` for a change that only the organizer can make, or that Outlook would tell of. */
export function checkChange(target: Target, { notify, ...fields }: EventFields & { readonly notify: Notify }): void {
  const { isOrganizer, attendees } = subjectOf(target);
  const own = new Set(['reminders']);
  const others = Object.entries(fields).some(([name, value]) => value !== undefined && !own.has(name));
  if (!isOrganizer && others) refuse('/eventId', 'Only the organizer can change this event.');
  if (others) checkNotify(notify, Math.max(attendees.length, fields.attendees?.length ?? 0));
}

/** True where an event already has what a body would write. */
export const has = (event: GraphEvent, body: object): boolean =>
  Object.entries(body).every(([name, value]) => contains(event[name as keyof GraphEvent], value));

function contains(actual: unknown, wanted: unknown): boolean {
  if (wanted === null || wanted === '') return actual === undefined || actual === null || actual === '';
  if (Array.isArray(wanted)) {
    const present: unknown[] = Array.isArray(actual) ? actual : [];
    return present.length === wanted.length && wanted.every((item) => present.some((one) => contains(one, item)));
  }
  if (isTime(wanted)) return isTime(actual) && instantOf(actual).toMillis() === instantOf(wanted).toMillis();
  if (typeof wanted === 'object') {
    const present = (actual ?? {}) as Record<string, unknown>;
    return Object.entries(wanted as object).every(
      ([name, value]) => name === 'contentType' || contains(present[name], value),
    );
  }
  return typeof wanted === 'string' && typeof actual === 'string' ? actual.trim() === wanted.trim() : actual === wanted;
}

const isTime = (value: unknown): value is GraphTime =>
  typeof value === 'object' && value !== null && 'dateTime' in value && 'timeZone' in value;
