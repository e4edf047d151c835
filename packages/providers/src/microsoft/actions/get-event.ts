import { calendarGetEvent } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { calendarId, fetchEvent } from '../calendar/calls.ts';
import { shown } from '../calendar/event.ts';

export const getEvent = defineAction({
  name: 'get_event',
  title: 'Read an event',
  description: 'Reads one event, one of a series, or a series with its rule.',
  fulfils: calendarGetEvent,
  effect: 'read',
  idempotent: true,
  needs: ['calendar.read'],
  phrases: ['show {eventId}', 'details of {eventId}'],
  input: calendarGetEvent.input.extend({ calendarId }),
  output: calendarGetEvent.output,

  /** @see https://learn.microsoft.com/graph/api/event-get */
  run: async (context, { calendarId: id, eventId }) => shown(context, await fetchEvent(context, id, eventId), id),

  examples: [{ input: { eventId: 'AAMkDentist' } }],
});
