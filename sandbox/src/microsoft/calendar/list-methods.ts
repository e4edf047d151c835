import { DateTime } from 'luxon';
import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxRequest } from '../../kit/exchange.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { context, defineMethod, listOf, pagedQuery, selected, type GraphMethod } from '../api.ts';
import { invalid } from '../errors.ts';
import { findEvent, type Found } from './lookup.ts';
import { occurrencesOf } from './recurrence.ts';
import { shownCalendar, shownEvent, type Wish } from './render.ts';
import { calendarBy, calendarsOf, eventsOf, type StoredEvent } from './state.ts';
import { momentOf, preferredZone, wantsText } from './time.ts';

const reads = ['Calendars.Read', 'Calendars.ReadWrite'];
const paged = z.strictObject(pagedQuery(1000));
const time = z.string().refine((value) => DateTime.fromISO(value, { zone: 'utc' }).isValid, 'Not a date and time.');
const view = z.strictObject({
  ...pagedQuery(1000),
  startDateTime: time,
  endDateTime: time,
  $orderby: z.enum(['start/dateTime']).optional(),
});

export const wishOf = ({ headers }: SandboxRequest): Wish => ({
  zone: preferredZone(headers.prefer),
  text: wantsText(headers.prefer),
});

/** An event, or each of a series, in a window. @throws {Refusal} 400 for a window that ends before it begins. */
function within(events: readonly StoredEvent[], from: string, to: string): Found[] {
  const [start, end] = [from, to].map((value) => DateTime.fromISO(value, { zone: 'utc' })) as [DateTime, DateTime];
  if (end <= start) throw invalid('The end of the window is before its start.', 'ErrorInvalidParameter');
  if (end.diff(start, 'days').days > 1825)
    throw invalid('The window is longer than 1825 days.', 'ErrorCalendarViewRangeTooBig');
  return events
    .flatMap((event) => occurrencesOf(event, start, end).map((occurrence) => ({ event, occurrence })))
    .sort((a, b) => momentOf(a.occurrence.content.start).toMillis() - momentOf(b.occurrence.content.start).toMillis());
}

const traced =
  /^singleValueExtendedProperties\/any\(ep: ?ep\/id eq '((?:[^']|'')+)' and ep\/value eq '((?:[^']|'')*)'\)$/;

/** The events with an extended property. @throws {Refusal} 400 for any other filter. */
function filtered(events: readonly StoredEvent[], filter: string | undefined): readonly StoredEvent[] {
  if (filter === undefined) return events;
  const [, id, value] = (traced.exec(filter) ?? []).map((text) => text.replaceAll("''", "'"));
  if (id === undefined) throw invalid('The query filter is not supported here.', 'ErrorInvalidUrlQueryFilter');
  return events.filter(({ properties }) => properties.some((one) => one.id === id && one.value === value));
}

/** Calendars, and what is in them. @see https://learn.microsoft.com/graph/api/resources/calendar (read 2026-11-21) */
export const listMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  defineMethod({
    id: 'me.ListCalendars',
    http: 'GET',
    path: '/me/calendars',
    scopes: reads,
    query: paged,
    run: ({ account, request, query }) =>
      listOf(request, 'me/calendars', calendarsOf(kit, account).map((one) => shownCalendar(one, account)), query, 10), // prettier-ignore
  }),
  ...(['/me/calendar', '/me/calendars/{calendar}'] as const).flatMap((path) => [
    defineMethod({
      id: `${path} get`,
      http: 'GET',
      path,
      scopes: reads,
      query: z.strictObject({ $select: q.text() }),
      run: ({ account, params, query }) => {
        const shown = shownCalendar(calendarBy(kit, account, params.calendar), account);
        return { '@odata.context': context('me/calendars/$entity'), ...selected(shown, query.$select) };
      },
    }),
    defineMethod({
      id: `${path} calendarView`,
      http: 'GET',
      path: `${path}/calendarView`,
      scopes: reads,
      query: view,
      run: ({ account, params, request, query }) => {
        const calendar = calendarBy(kit, account, params.calendar);
        const own = eventsOf(kit, account).filter((event) => event.calendar === calendar.id);
        const found = within(own, query.startDateTime, query.endDateTime);
        const shown = found.map((one) => shownEvent(one, wishOf(request)));
        return listOf(request, 'me/calendarView', shown, query, 10);
      },
    }),
    defineMethod({
      id: `${path} events`,
      http: 'GET',
      path: `${path}/events`,
      scopes: reads,
      query: paged.extend({ $filter: q.text() }),
      run: ({ account, params, request, query }) => {
        const calendar = calendarBy(kit, account, params.calendar);
        const own = eventsOf(kit, account).filter((event) => event.calendar === calendar.id);
        const shown = filtered(own, query.$filter).map((event) => shownEvent({ event }, wishOf(request)));
        return listOf(request, 'me/calendar/events', shown, query, 10);
      },
    }),
  ]),
  defineMethod({
    id: 'me.ListEvents',
    http: 'GET',
    path: '/me/events',
    scopes: reads,
    query: paged.extend({ $filter: q.text() }),
    run: ({ account, request, query }) => {
      const found = filtered(eventsOf(kit, account), query.$filter);
      return listOf(request, 'me/events', found.map((event) => shownEvent({ event }, wishOf(request))), query, 10); // prettier-ignore
    },
  }),
  ...(['/me/events/{event}', '/me/calendars/{calendar}/events/{event}'] as const).map((path) =>
    defineMethod({
      id: `${path} instances`,
      http: 'GET',
      path: `${path}/instances`,
      scopes: reads,
      query: view,
      run: ({ account, params, request, query }) => {
        const { event } = findEvent(kit, account, params);
        if (!event.recurrence) throw invalid('The event is no series master.', 'ErrorInvalidRequest');
        const found = within([event], query.startDateTime, query.endDateTime);
        return listOf(request, 'me/events/instances', found.map((one) => shownEvent(one, wishOf(request))), query, 10); // prettier-ignore
      },
    }),
  ),
];
