import { z } from 'zod';
import { q } from '../../kit/api.ts';
import { Reply as Answered } from '../../kit/rest.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { context, defineMethod, selected, type GraphMethod } from '../api.ts';
import { invalid } from '../errors.ts';
import { Cancellation, EventChange, NewEvent, Reply } from './bodies.ts';
import { addEvent, answer, changeEvent, removeEvent } from './change.ts';
import { wishOf } from './list-methods.ts';
import { findEvent } from './lookup.ts';
import { shownEvent } from './render.ts';
import { calendarBy } from './state.ts';

const reads = ['Calendars.Read', 'Calendars.ReadWrite'];
const writes = ['Calendars.ReadWrite'];
const entity = { '@odata.context': context('me/events/$entity') };
const answers = { accept: 'accepted', tentativelyAccept: 'tentativelyAccepted', decline: 'declined' } as const;

/** Events read, made, changed, answered and taken away. @see https://learn.microsoft.com/graph/api/resources/event (read 2026-11-21) */
export const eventMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  ...(['/me/events', '/me/calendar/events', '/me/calendars/{calendar}/events'] as const).map((path) =>
    defineMethod({
      id: `${path} post`,
      http: 'POST',
      path,
      scopes: writes,
      body: NewEvent,
      status: 201,
      run: ({ account, params, request, body }) => {
        const event = addEvent(kit, account, calendarBy(kit, account, params.calendar), body);
        return { ...entity, ...shownEvent({ event }, wishOf(request)) };
      },
    }),
  ),
  ...(['/me/events/{event}', '/me/calendars/{calendar}/events/{event}'] as const).flatMap((path) => [
    defineMethod({
      id: `${path} get`,
      http: 'GET',
      path,
      scopes: reads,
      query: z.strictObject({ $select: q.text() }),
      run: ({ account, params, request, query }) => {
        const shown = shownEvent(findEvent(kit, account, params), wishOf(request));
        return { ...entity, ...selected(shown, query.$select) };
      },
    }),
    defineMethod({
      id: `${path} patch`,
      http: 'PATCH',
      path,
      scopes: writes,
      body: EventChange,
      run: ({ account, params, request, body }) => {
        changeEvent(kit, findEvent(kit, account, params), body);
        return { ...entity, ...shownEvent(findEvent(kit, account, params), wishOf(request)) };
      },
    }),
    defineMethod({
      id: `${path} delete`,
      http: 'DELETE',
      path,
      scopes: writes,
      run: ({ account, params }) => {
        removeEvent(kit, findEvent(kit, account, params));
        return Answered.empty(204);
      },
    }),
    defineMethod({
      id: `${path} cancel`,
      http: 'POST',
      path: `${path}/cancel`,
      scopes: writes,
      body: Cancellation.optional(),
      run: ({ account, params, body }) => {
        const found = findEvent(kit, account, params);
        if (!found.event.isOrganizer)
          throw invalid("Your request can't be completed. You need to be an organizer to cancel a meeting.");
        removeEvent(kit, found, body?.comment);
        return Answered.empty(202);
      },
    }),
    ...Object.entries(answers).map(([name, given]) =>
      defineMethod({
        id: `${path} ${name}`,
        http: 'POST',
        path: `${path}/${name}`,
        scopes: writes,
        body: Reply.optional(),
        run: ({ account, params, body }) => {
          const said = { answer: given, comment: body?.comment, sends: body?.sendResponse ?? true };
          answer(kit, account, findEvent(kit, account, params), said);
          return Answered.empty(202);
        },
      }),
    ),
  ]),
];
