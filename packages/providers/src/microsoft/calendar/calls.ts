import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { calendarChoice } from '../../shared/calendar/choices.ts';
import { refuse } from '../../shared/refuse.ts';
import { allOf, pageAt } from '../pages.ts';
import { eventFields, GraphCalendar, GraphEvent } from './answer.ts';

type Context = Pick<ActionContext, 'http'>;

export const calendarId = calendarChoice('microsoft');

/** Times come in UTC and texts plain; the zone an event was meant in is told beside. */
export const headers = { prefer: 'outlook.timezone="UTC", outlook.body-content-type="text"' };

const isPrimary = (id: string | undefined): boolean => id === undefined || id === 'primary';
export const calendarPath = (id: string | undefined): string =>
  isPrimary(id) ? '/me/calendar' : `/me/calendars/${encodeURIComponent(id!)}`;
export const eventPath = (calendar: string | undefined, eventId: string): string =>
  `${isPrimary(calendar) ? '/me' : calendarPath(calendar)}/events/${encodeURIComponent(eventId)}`;

/** @throws HubError `not_found`. */
export const fetchEvent = ({ http }: Context, calendar: string | undefined, eventId: string): Promise<GraphEvent> =>
  http.get(eventPath(calendar, eventId), { query: { $select: eventFields }, headers, schema: GraphEvent });

/** The same, or undefined where there is none. */
export async function findEvent(
  context: Context,
  calendar: string | undefined,
  eventId: string,
): Promise<GraphEvent | undefined> {
  try {
    return await fetchEvent(context, calendar, eventId);
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** The property of the hub's own that events bear which a run made. */
const runProperty = 'String {5d3f1d1c-8d0a-4a3e-9a86-2b8f6c0e7a41} Name SwitchboardRun';

/** What a run leaves on the event it makes: twice the same is refused, and it can be found again. */
const traceOf = ({ run }: Pick<ActionContext, 'run'>) => ({
  transactionId: run.marker,
  singleValueExtendedProperties: [{ id: runProperty, value: run.marker }],
});

/** The event that the run made, or undefined. @see https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get (read 2026-11-21) */
export async function madeByRun(
  context: Pick<ActionContext, 'http' | 'run'>,
  calendar: string | undefined,
): Promise<GraphEvent | undefined> {
  const $filter = `singleValueExtendedProperties/any(ep: ep/id eq '${runProperty}' and ep/value eq '${context.run.marker}')`;
  const query = { $filter, $select: eventFields, $top: 1 };
  const { value } = await pageAt(context, `${calendarPath(calendar)}/events`, GraphEvent, { query, headers });
  return value[0];
}

/** Adds an event; a repeat answers the one that is there. */
export async function insertEvent(
  context: Pick<ActionContext, 'http' | 'run'>,
  calendar: string | undefined,
  body: object,
): Promise<GraphEvent> {
  const json = { ...body, ...traceOf(context) };
  try {
    const path = `${calendarPath(calendar)}/events`;
    return await context.http.post(path, { json, headers, idempotent: true, schema: GraphEvent });
  } catch (error) {
    const earlier = error instanceof HubError && error.code === 'conflict' && (await madeByRun(context, calendar));
    if (earlier) return earlier;
    throw error;
  }
}

/** Writes only the members named; twice has the effect of once. */
export const patchEvent = (
  { http }: Context,
  calendar: string | undefined,
  eventId: string,
  json: object,
): Promise<GraphEvent> =>
  http.patch(eventPath(calendar, eventId), { json, headers, idempotent: true, schema: GraphEvent });

/** Takes an event off the calendar; one that is already gone is as good. */
export async function removeEvent({ http }: Context, calendar: string | undefined, eventId: string): Promise<void> {
  try {
    await http.delete(eventPath(calendar, eventId), { idempotent: true });
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'not_found') throw error;
  }
}

export const calendarsOf = (context: Context) =>
  allOf(context, '/me/calendars', GraphCalendar, { query: { $top: 100 } });

/** @throws HubError `input_invalid` for a calendar that the account may only read. */
export async function checkWritable({ http }: Context, calendar: string | undefined): Promise<void> {
  if (isPrimary(calendar)) return;
  const { canEdit } = await http.get(calendarPath(calendar), { schema: GraphCalendar });
  if (canEdit === false) refuse('/calendarId', 'This calendar can only be read.');
}
