import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { aroundNow, entriesOf, instancesOf, mentions, touches, type Window } from './listing.ts';
import { findEvent } from './lookup.ts';
import type { StoredEvent } from './model.ts';
import { renderCancelled, renderEvent } from './render.ts';
import { calendarScopes } from './scopes.ts';
import { calendarFor, calendarState, type StoredCalendar } from './state.ts';
import { readSyncToken, syncToken } from './sync-token.ts';
import { msOf } from './time.ts';

const base = '/calendar/v3/calendars/{calendarId}/events';
const ListQuery = z.strictObject({
  alwaysIncludeEmail: q.bool(),
  eventTypes: q.many(),
  iCalUID: q.text(),
  maxAttendees: q.int(1),
  maxResults: q.int(1, 2500),
  orderBy: z.enum(['startTime', 'updated']).optional(),
  pageToken: q.text(),
  privateExtendedProperty: q.many(),
  q: q.text(),
  sharedExtendedProperty: q.many(),
  showDeleted: q.bool(),
  showHiddenInvitations: q.bool(),
  singleEvents: q.bool(),
  syncToken: q.text(),
  timeMax: q.time(),
  timeMin: q.time(),
  timeZone: q.zone(),
  updatedMin: q.time(),
});
type ListQuery = z.infer<typeof ListQuery>;

const notWithSync = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
] as const;
function windowOf(kit: SandboxKit, query: { timeMin?: string | undefined; timeMax?: string | undefined }): Window {
  const around = aroundNow(kit);
  const window = {
    from: query.timeMin ? Date.parse(query.timeMin) : around.from,
    to: query.timeMax ? Date.parse(query.timeMax) : around.to,
  };
  if (query.timeMin && query.timeMax && window.to <= window.from)
    throw new GoogleError(400, 'timeRangeEmpty', 'The specified time range is empty.', {
      domain: 'calendar',
      location: 'timeMax',
    });
  return window;
}

function matching(
  kit: SandboxKit,
  calendar: StoredCalendar,
  query: ListQuery,
  since: number | undefined,
): StoredEvent[] {
  const window = windowOf(kit, query);
  const bounded = Boolean(query.timeMin ?? query.timeMax);
  const showDeleted = query.showDeleted === true || since !== undefined;
  const all = entriesOf(kit, calendar).filter((entry) => since === undefined || entry.seq > since);
  const zone = calendar.timeZone;
  const events = all.flatMap(({ event, removed }): StoredEvent[] => {
    const shown = removed ? { ...event, status: 'cancelled' } : event;
    if (event.recurrence?.length && query.singleEvents)
      return removed ? (showDeleted ? [shown] : []) : instancesOf(kit, calendar, event, window);
    if (event.recurringEventId && query.singleEvents) return since === undefined ? [] : [shown];
    if (event.recurrence?.length && bounded) return instancesOf(kit, calendar, event, window).length > 0 ? [shown] : [];
    return !bounded || touches(event, zone, window) ? [shown] : [];
  });
  const kept = new Map(events.map((event) => [event.id, event]));
  return [...kept.values()].filter(
    (event) =>
      (showDeleted || event.status !== 'cancelled' || (!query.singleEvents && event.recurringEventId !== undefined)) &&
      (!query.q || mentions(event, query.q)) &&
      (!query.iCalUID || event.iCalUID === query.iCalUID) &&
      (!query.eventTypes || query.eventTypes.includes(String(event.eventType ?? 'default'))) &&
      (!query.updatedMin || event.updated >= new Date(query.updatedMin).toISOString()) &&
      hasProperties(event, 'private', query.privateExtendedProperty) &&
      hasProperties(event, 'shared', query.sharedExtendedProperty),
  );
}

function hasProperties(event: StoredEvent, kind: 'private' | 'shared', wanted: readonly string[] | undefined): boolean {
  const own = (event.extendedProperties as Record<string, Record<string, string>> | undefined)?.[kind] ?? {};
  return (wanted ?? []).every((pair) => own[pair.split('=')[0]!] === pair.slice(pair.indexOf('=') + 1));
}

function listEvents(
  kit: SandboxKit,
  account: GoogleAccount,
  calendar: StoredCalendar,
  query: ListQuery,
): Record<string, unknown> {
  if (query.orderBy === 'startTime' && !query.singleEvents)
    throw new GoogleError(400, 'badRequest', 'The requested ordering is not available for the particular query.', {
      location: 'orderBy',
    });
  const state = calendarState(kit);
  const clash = query.syncToken && notWithSync.find((name) => query[name] !== undefined);
  if (clash) throw new GoogleError(400, 'badRequest', `Sync token cannot be used with ${clash}.`, { location: clash });
  const since = query.syncToken === undefined ? undefined : readSyncToken(state, query.syncToken);
  const events = matching(kit, calendar, query, since);
  const startOf = (event: StoredEvent): number => msOf(event.start, calendar.timeZone);
  if (query.orderBy === 'startTime') events.sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  else if (query.orderBy === 'updated') events.sort((a, b) => (a.updated < b.updated ? -1 : 1));
  const { items, nextPageToken } = pageOf(events, query.maxResults ?? 250, query.pageToken);
  const syncable = !query.q && !query.orderBy && !query.iCalUID && !query.updatedMin && !nextPageToken;
  return {
    kind: 'calendar#events',
    etag: `"p${state.seq}"`,
    summary: calendar.summary,
    ...(calendar.description && { description: calendar.description }),
    updated: new Date(kit.clock()).toISOString(),
    timeZone: query.timeZone ?? calendar.timeZone,
    accessRole: calendar.access[account.id],
    defaultReminders: calendar.primary ? [{ method: 'popup', minutes: 10 }] : [],
    ...(nextPageToken && { nextPageToken }),
    ...(syncable && { nextSyncToken: syncToken(state.seq, query.singleEvents === true) }),
    items: items.map((event) =>
      event.status === 'cancelled'
        ? renderCancelled(event)
        : renderEvent(event, calendar, account, { zone: query.timeZone, maxAttendees: query.maxAttendees }),
    ),
  };
}

/** Lists of events, and the occurrences of a series. */
export const listMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'calendar.events.list',
    http: 'GET',
    path: base,
    scopes: calendarScopes.eventsRead,
    query: ListQuery,
    run: ({ account, params, query }) => listEvents(kit, account, calendarFor(kit, account, params.calendarId!), query),
  }),
  defineMethod({
    id: 'calendar.events.instances',
    http: 'GET',
    path: `${base}/{eventId}/instances`,
    scopes: calendarScopes.eventsRead,
    query: ListQuery.pick({
      alwaysIncludeEmail: true,
      maxAttendees: true,
      maxResults: true,
      pageToken: true,
      showDeleted: true,
      timeMax: true,
      timeMin: true,
      timeZone: true,
    }).extend({ originalStart: q.text() }),
    run: ({ account, params, query }) => {
      const calendar = calendarFor(kit, account, params.calendarId!);
      const { event } = findEvent(kit, calendar, params.eventId!);
      const wanted = query.originalStart ? Date.parse(query.originalStart) : undefined;
      const all = event.recurrence ? instancesOf(kit, calendar, event, windowOf(kit, query)) : [event];
      const events = all
        .filter((one) => query.showDeleted === true || one.status !== 'cancelled')
        .filter((one) => wanted === undefined || msOf(one.originalStartTime ?? one.start, calendar.timeZone) === wanted)
        .sort((a, b) => msOf(a.start, calendar.timeZone) - msOf(b.start, calendar.timeZone));
      const { items, nextPageToken } = pageOf(events, query.maxResults ?? 250, query.pageToken);
      return {
        kind: 'calendar#events',
        etag: `"p${calendarState(kit).seq}"`,
        summary: calendar.summary,
        updated: new Date(kit.clock()).toISOString(),
        timeZone: query.timeZone ?? calendar.timeZone,
        accessRole: calendar.access[account.id],
        defaultReminders: [],
        ...(nextPageToken && { nextPageToken }),
        items: items.map((one) =>
          one.status === 'cancelled'
            ? renderCancelled(one)
            : renderEvent(one, calendar, account, { zone: query.timeZone }),
        ),
      };
    },
  }),
];
