import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { findEvent } from './lookup.ts';
import { EventBody } from './model.ts';
import { renderEvent } from './render.ts';
import { calendarScopes } from './scopes.ts';
import { calendarFor } from './state.ts';
import { changeEvent, deleteEvent, insertEvent, moveEvent } from './write.ts';

const base = '/calendar/v3/calendars/{calendarId}/events';
const sendUpdates = z.enum(['all', 'externalOnly', 'none']).optional();
const notify = { sendUpdates, sendNotifications: q.bool() };
const write = {
  ...notify,
  conferenceDataVersion: q.int(0, 1),
  eventLabelVersion: q.int(0, 1),
  maxAttendees: q.int(1),
  supportsAttachments: q.bool(),
};
const change = z.strictObject({ ...write, alwaysIncludeEmail: q.bool() });
const ids = { http: 'DELETE' as const, path: `${base}/{eventId}` };

const told = (query: {
  sendUpdates?: string | undefined;
  sendNotifications?: boolean | undefined;
}): string | undefined => query.sendUpdates ?? (query.sendNotifications ? 'all' : undefined);

/** Reads and writes of single events. */
export const eventMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'calendar.events.get',
    http: 'GET',
    path: `${base}/{eventId}`,
    scopes: calendarScopes.eventsRead,
    query: z.strictObject({ alwaysIncludeEmail: q.bool(), maxAttendees: q.int(1), timeZone: q.zone() }),
    run: ({ account, params, query }) => {
      const calendar = calendarFor(kit, account, params.calendarId!);
      const { event } = findEvent(kit, calendar, params.eventId!);
      return renderEvent(event, calendar, account, { zone: query.timeZone, maxAttendees: query.maxAttendees });
    },
  }),
  defineMethod({
    id: 'calendar.events.insert',
    http: 'POST',
    path: base,
    scopes: calendarScopes.eventsWrite,
    query: z.strictObject(write),
    body: EventBody,
    run: ({ account, params, query, body }) => {
      const calendar = calendarFor(kit, account, params.calendarId!, 'writer');
      const event = insertEvent(kit, calendar, account, body, { ...query, sendUpdates: told(query) });
      return renderEvent(event, calendar, account, { maxAttendees: query.maxAttendees });
    },
  }),
  ...(['patch', 'update'] as const).map((mode) =>
    defineMethod({
      id: `calendar.events.${mode}`,
      http: mode === 'patch' ? 'PATCH' : 'PUT',
      path: `${base}/{eventId}`,
      scopes: calendarScopes.eventsWrite,
      query: change,
      body: EventBody,
      run: ({ account, params, query, body, request }) => {
        const calendar = calendarFor(kit, account, params.calendarId!, 'writer');
        const options = { ...query, sendUpdates: told(query), ifMatch: request.headers['if-match'] };
        const event = changeEvent(kit, calendar, account, params.eventId!, body, mode, options);
        return renderEvent(event, calendar, account, { maxAttendees: query.maxAttendees });
      },
    }),
  ),
  defineMethod({
    ...ids,
    id: 'calendar.events.delete',
    scopes: calendarScopes.eventsWrite,
    query: z.strictObject(notify),
    run: ({ account, params, query, request }) => {
      const calendar = calendarFor(kit, account, params.calendarId!, 'writer');
      deleteEvent(kit, calendar, account, params.eventId!, {
        sendUpdates: told(query),
        ifMatch: request.headers['if-match'],
      });
      return undefined;
    },
  }),
  defineMethod({
    id: 'calendar.events.move',
    http: 'POST',
    path: `${base}/{eventId}/move`,
    scopes: calendarScopes.eventsMove,
    query: z.strictObject({ ...notify, destination: z.string() }),
    run: ({ account, params, query }) => {
      const from = calendarFor(kit, account, params.calendarId!, 'writer');
      const to = calendarFor(kit, account, query.destination, 'writer');
      return renderEvent(moveEvent(kit, from, to, account, params.eventId!, { sendUpdates: told(query) }), to, account);
    },
  }),
];
