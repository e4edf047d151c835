import { z } from 'zod';
import { isZone, q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { nameFor } from '../../kit/random.ts';
import type { GoogleAccount } from '../accounts.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError, notFound } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { spread } from './listing.ts';
import { calendarScopes } from './scopes.ts';
import { calendarFor, calendarState, type StoredCalendar } from './state.ts';
import { msOf } from './time.ts';
import { DateTime } from 'luxon';

const etag = (text: string): string => `"${nameFor(text)}"`;

const entryOf = (calendar: StoredCalendar, account: GoogleAccount): Record<string, unknown> => ({
  kind: 'calendar#calendarListEntry',
  etag: etag(calendar.id + calendar.summary),
  id: calendar.id,
  summary: calendar.summary,
  ...(calendar.description && { description: calendar.description }),
  timeZone: calendar.timeZone,
  colorId: calendar.colorId,
  backgroundColor: calendar.backgroundColor,
  foregroundColor: '#000000',
  selected: true,
  accessRole: calendar.access[account.id],
  defaultReminders: calendar.primary ? [{ method: 'popup', minutes: 10 }] : [],
  ...(calendar.primary && calendar.ownerId === account.id && { primary: true }),
  conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
});

const settingsOf = (account: GoogleAccount): Record<string, string> => ({
  dateFieldOrder: account.locale === 'en-US' ? 'MDY' : 'DMY',
  format24HourTime: account.locale === 'en-US' ? 'false' : 'true',
  locale: account.locale,
  timezone: account.timeZone,
  weekStart: account.locale === 'en-US' ? '0' : '1',
});

const settingOf = (id: string, value: string): Record<string, unknown> => ({
  kind: 'calendar#setting',
  etag: etag(id + value),
  id,
  value,
});

const FreeBusyBody = z.strictObject({
  calendarExpansionMax: z.int().max(50).nullish(),
  groupExpansionMax: z.int().max(100).nullish(),
  items: z.array(z.strictObject({ id: z.string() })).nullish(),
  timeMax: z.iso.datetime({ offset: true }),
  timeMin: z.iso.datetime({ offset: true }),
  timeZone: z.string().refine(isZone, 'not a time zone').nullish(),
});

/** Calendars themselves, the settings, and who is busy when. */
export const calendarOwnMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'calendar.calendarList.list',
    http: 'GET',
    path: '/calendar/v3/users/me/calendarList',
    scopes: calendarScopes.listRead,
    query: z.strictObject({
      maxResults: q.int(1, 250),
      minAccessRole: z.enum(['freeBusyReader', 'owner', 'reader', 'writer']).optional(),
      pageToken: q.text(),
      showDeleted: q.bool(),
      showHidden: q.bool(),
      showOwnOrganizationOnly: q.bool(),
      syncToken: q.text(),
    }),
    run: ({ account, query }) => {
      const roles = ['freeBusyReader', 'reader', 'writer', 'owner'];
      const least = roles.indexOf(query.minAccessRole ?? 'reader');
      const all = Object.values(calendarState(kit).calendars).filter(
        (calendar) => roles.indexOf(calendar.access[account.id] ?? '') >= least,
      );
      const { items, nextPageToken } = pageOf(all, query.maxResults ?? 100, query.pageToken);
      return {
        kind: 'calendar#calendarList',
        etag: etag(account.id),
        ...(nextPageToken ? { nextPageToken } : { nextSyncToken: nameFor(account.id) }),
        items: items.map((calendar) => entryOf(calendar, account)),
      };
    },
  }),
  defineMethod({
    id: 'calendar.calendarList.get',
    http: 'GET',
    path: '/calendar/v3/users/me/calendarList/{calendarId}',
    scopes: calendarScopes.listGet,
    run: ({ account, params }) => entryOf(calendarFor(kit, account, params.calendarId!), account),
  }),
  defineMethod({
    id: 'calendar.calendars.get',
    http: 'GET',
    path: '/calendar/v3/calendars/{calendarId}',
    scopes: calendarScopes.calendarsGet,
    run: ({ account, params }) => {
      const { id, summary, description, timeZone } = calendarFor(kit, account, params.calendarId!);
      return {
        kind: 'calendar#calendar',
        etag: etag(id + summary),
        id,
        summary,
        ...(description && { description }),
        timeZone,
        conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
      };
    },
  }),
  defineMethod({
    id: 'calendar.freebusy.query',
    http: 'POST',
    path: '/calendar/v3/freeBusy',
    scopes: calendarScopes.freeBusy,
    body: FreeBusyBody,
    run: ({ account, body }) => {
      const window = { from: Date.parse(body.timeMin), to: Date.parse(body.timeMax) };
      if (window.to <= window.from)
        throw new GoogleError(400, 'timeRangeEmpty', 'The specified time range is empty.', {
          domain: 'calendar',
          location: 'timeMax',
        });
      if ((body.items?.length ?? 0) > 50)
        throw new GoogleError(400, 'tooManyCalendarsRequested', 'Too many calendars requested.', {
          domain: 'calendar',
        });
      const zone = body.timeZone ?? 'UTC';
      const iso = (ms: number): string => DateTime.fromMillis(ms, { zone }).toISO({ suppressMilliseconds: true })!;
      const calendars = (body.items ?? []).map(({ id }) => [id, busyOf(kit, account, id, window, iso)] as const);
      return {
        kind: 'calendar#freeBusy',
        timeMin: new Date(window.from).toISOString(),
        timeMax: new Date(window.to).toISOString(),
        calendars: Object.fromEntries(calendars),
      };
    },
  }),
  defineMethod({
    id: 'calendar.settings.list',
    http: 'GET',
    path: '/calendar/v3/users/me/settings',
    scopes: calendarScopes.settings,
    query: z.strictObject({ maxResults: q.int(1, 250), pageToken: q.text(), syncToken: q.text() }),
    run: ({ account }) => ({
      kind: 'calendar#settings',
      etag: etag(account.email),
      nextSyncToken: nameFor(account.email),
      items: Object.entries(settingsOf(account)).map(([id, value]) => settingOf(id, value)),
    }),
  }),
  defineMethod({
    id: 'calendar.settings.get',
    http: 'GET',
    path: '/calendar/v3/users/me/settings/{setting}',
    scopes: calendarScopes.settings,
    run: ({ account, params }) => {
      const value = settingsOf(account)[params.setting!];
      if (value === undefined) throw notFound('Not Found');
      return settingOf(params.setting!, value);
    },
  }),
];

function busyOf(
  kit: SandboxKit,
  account: GoogleAccount,
  id: string,
  window: { from: number; to: number },
  iso: (ms: number) => string,
): Record<string, unknown> {
  let calendar: StoredCalendar;
  try {
    calendar = calendarFor(kit, account, id, 'freeBusyReader');
  } catch {
    return { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] };
  }
  const owner = calendar.primary ? calendar.id : undefined;
  const spans = spread(kit, calendar, window)
    .filter(
      (event) =>
        event.transparency !== 'transparent' && calendar.entries[event.id]?.own?.transparency !== 'transparent',
    )
    .filter((event) => event.attendees?.find((attendee) => attendee.email === owner)?.responseStatus !== 'declined')
    .map((event) => ({
      from: Math.max(window.from, msOf(event.start, calendar.timeZone)),
      to: Math.min(window.to, msOf(event.end, calendar.timeZone)),
    }))
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return { busy: joined.map(({ from, to }) => ({ start: iso(from), end: iso(to) })) };
}
