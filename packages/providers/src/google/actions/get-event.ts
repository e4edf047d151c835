import { calendarGetEvent } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { calendarChoice } from '../../shared/calendar/choices.ts';
import { primary } from '../calendar/event.ts';
import { fetchEvent, shown } from '../calendar/events.ts';

export const getEvent = defineAction({
  name: 'get_event',
  title: 'Read an event',
  description: 'Reads one event, one occurrence, or a series with its rule.',
  fulfils: calendarGetEvent,
  effect: 'read',
  idempotent: true,
  needs: ['calendar.read'],
  phrases: ['show {eventId}', 'details of {eventId}'],
  input: calendarGetEvent.input.extend({ calendarId: calendarChoice('google') }),
  output: calendarGetEvent.output,

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/get */
  run: async (context, { calendarId, eventId }) =>
    shown(await fetchEvent(context, primary(calendarId), eventId), primary(calendarId)),

  examples: [{ input: { eventId: 'dentist' } }],
});
