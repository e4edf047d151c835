import { z } from 'zod';
import { calendarCreateEvent, calendarListCalendars, calendarListEvents, Slot } from './capabilities/calendar.ts';
import { ConnectionId, Instant } from './ids.ts';
import { Proposal } from './proposals.ts';
import { defineRoute } from './route.ts';

const account = z.object({ connectionId: ConnectionId, account: z.string() });

export const getCalendarEvents = defineRoute({
  method: 'GET',
  path: '/api/v1/calendar/events',
  permission: 'actions:read',
  title: 'Events of the default calendar account',
  query: z.object({
    from: Instant.optional(),
    to: Instant.optional(),
    calendarId: z.string().max(1024).optional(),
    query: z.string().max(500).optional(),
    connectionId: ConnectionId.optional(),
    limit: z.coerce.number().int().min(1).max(250).optional(),
    cursor: z.string().max(2048).optional(),
  }),
  reply: account.extend(calendarListEvents.output.shape),
});
export const getCalendars = defineRoute({
  method: 'GET',
  path: '/api/v1/calendar/calendars',
  permission: 'actions:read',
  title: 'Calendars of the default calendar account',
  query: z.object({ connectionId: ConnectionId.optional() }),
  reply: account.extend(calendarListCalendars.output.shape),
});
export const getCalendarAvailability = defineRoute({
  method: 'GET',
  path: '/api/v1/calendar/availability',
  permission: 'actions:read',
  title: 'Free slots',
  query: z.object({
    start: Instant,
    end: Instant,
    durationMinutes: z.coerce.number().int().min(5).max(1440).default(30),
    attendees: z.string().max(2000).describe('Addresses, comma separated').optional(),
    timeZone: z.string().max(64).optional(),
    bufferMinutes: z.coerce.number().int().min(0).max(240).optional(),
    connectionId: ConnectionId.optional(),
  }),
  reply: account.extend({ slots: z.array(Slot), unknown: z.array(z.string()) }),
});
/** A key with `actions:write` creates it at once; a person's session gets a card to confirm unless `confirm` is true. */
export const postCalendarEvent = defineRoute({
  method: 'POST',
  path: '/api/v1/calendar/events',
  permission: 'actions:write',
  title: 'Create an event',
  status: 201,
  body: calendarCreateEvent.input.extend({ connectionId: ConnectionId.optional() }),
  reply: z.union([calendarCreateEvent.output, Proposal]),
});
