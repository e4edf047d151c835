import { calendarMoveEvent } from '@switchboard/contracts';
import { asChoice, defineAction } from '@switchboard/provider-kit';
import { calendarChoice, calendars } from '../../shared/calendar/choices.ts';
import { GoogleEvent } from '../calendar/answer.ts';
import { primary, sendUpdatesOf } from '../calendar/event.ts';
import { findEvent, liveEvent, shown } from '../calendar/events.ts';
import { asWritten, calendarOf } from '../client.ts';

export const moveEvent = defineAction({
  name: 'move_event',
  title: 'Move event to another calendar',
  description: 'Moves an event to another calendar, which becomes its organizer.',
  fulfils: calendarMoveEvent,
  effect: 'write',
  idempotent: false,
  needs: ['calendar.write'],
  phrases: ['move {eventId} to the calendar {toCalendarId}', 'put {eventId} in {toCalendarId}'],
  input: calendarMoveEvent.input.extend({
    calendarId: calendarChoice('google'),
    toCalendarId: asChoice(calendarMoveEvent.input.shape.toCalendarId, calendars('google')),
  }),
  output: calendarMoveEvent.output,

  before: async (context, { calendarId, eventId }) =>
    shown(await liveEvent(context, primary(calendarId), eventId), primary(calendarId)),

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/move */
  async run(context, { calendarId, eventId, toCalendarId, notify }) {
    const calendar = await calendarOf(context);
    const sendUpdates = sendUpdatesOf(notify);
    const moved = await calendar.events.move({
      calendarId: primary(calendarId),
      eventId,
      destination: toCalendarId,
      sendUpdates,
    });
    return shown(asWritten(GoogleEvent, moved), toCalendarId);
  },

  async recover(context, { eventId, toCalendarId }) {
    const event = await findEvent(context, toCalendarId, eventId);
    return event && event.status !== 'cancelled' ? shown(event, toCalendarId) : undefined;
  },

  async undo(context, { input: { calendarId, toCalendarId, notify }, output }) {
    const calendar = await calendarOf(context);
    const back = { calendarId: toCalendarId, destination: primary(calendarId), sendUpdates: sendUpdatesOf(notify) };
    await calendar.events.move({ ...back, eventId: output.id });
  },

  examples: [{ input: { eventId: 'mapdemo', toCalendarId: 'fernhill-studio-team@group.calendar.google.com' } }],
});
