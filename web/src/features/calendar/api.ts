import {
  type CalendarEvent,
  type ConnectionId,
  getCalendarEvents,
  getCalendars,
  postProposal,
  type Proposal,
} from '@switchboard/contracts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';
import type { JsonObject } from '../../components/schema-form/json-schema.ts';
import type { Range } from './range.ts';

const mostPages = 4;

export const calendarsQuery = (connectionId: ConnectionId | undefined) =>
  queryOptions({
    queryKey: ['calendar', 'calendars', connectionId],
    staleTime: 300_000,
    queryFn: ({ signal }) => call(getCalendars, { query: { connectionId }, signal }),
  });

/** The events of one calendar in a range, page by page. */
export const eventsQuery = (connectionId: ConnectionId | undefined, calendarId: string, range: Range) => {
  const from = range.from.toUTC().toISO() ?? '';
  const to = range.to.toUTC().toISO() ?? '';
  return queryOptions({
    queryKey: ['calendar', 'events', connectionId, calendarId, from, to],
    queryFn: async ({ signal }) => {
      const events: CalendarEvent[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const found = await call(getCalendarEvents, {
          query: { connectionId, calendarId, from, to, cursor, limit: 250 },
          signal,
        });
        events.push(...found.events);
        cursor = found.nextCursor;
        if (!cursor) break;
      }
      return events.filter(({ status }) => status !== 'cancelled');
    },
  });
};

/** Asks the hub for a card that does this to the calendar; nothing happens before the person says yes. */
export const propose = (
  capability: string,
  input: JsonObject,
  connectionId: ConnectionId | undefined,
): Promise<Proposal> =>
  call(postProposal, {
    body: { steps: [{ capability, connectionId, input: input as Proposal['steps'][number]['input'] }] },
  });
