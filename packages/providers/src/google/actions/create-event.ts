import { calendarCreateEvent, HubError, type CalendarEvent } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { calendarChoice } from '../../shared/calendar/choices.ts';
import { checkSpan } from '../../shared/calendar/time.ts';
import { GoogleEvent } from '../calendar/answer.ts';
import { primary, sendUpdatesOf } from '../calendar/event.ts';
import { findEvent, ownEventId, shown } from '../calendar/events.ts';
import { bodyOf } from '../calendar/fields.ts';
import { removeEvent } from '../calendar/split.ts';
import { asWritten, calendarOf, repeatable } from '../client.ts';

async function madeBy(context: ActionContext, calendarId: string | undefined): Promise<CalendarEvent | undefined> {
  const event = await findEvent(context, primary(calendarId), ownEventId(context));
  return event && event.status !== 'cancelled' ? shown(event, primary(calendarId)) : undefined;
}

export const createEvent = defineAction({
  name: 'create_event',
  title: 'Create event',
  description: 'Adds an event to a calendar and invites the people named. Running it twice with the same run adds one.',
  fulfils: calendarCreateEvent,
  effect: 'write',
  idempotent: true,
  needs: ['calendar.write'],
  phrases: ['schedule {title} {start}', 'meeting with {attendees} {start}', 'book {title} at {location} {start}'],
  input: calendarCreateEvent.input.extend({ calendarId: calendarChoice('google') }),
  output: calendarCreateEvent.output,

  /** Refuses an impossible time while the card is still open. */
  before: async (_context, { start, end }) => checkSpan(start, end),

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/insert */
  async run(context, input) {
    checkSpan(input.start, input.end);
    const calendar = await calendarOf(context);
    const calendarId = primary(input.calendarId);
    const requestId = ownEventId(context);
    const meet = { createRequest: { requestId, conferenceSolutionKey: { type: 'hangoutsMeet' } } };
    const requestBody = { id: requestId, ...bodyOf(input), ...(input.conference ? { conferenceData: meet } : {}) };
    try {
      const sendUpdates = sendUpdatesOf(input.notify);
      const conferenceDataVersion = input.conference ? 1 : 0;
      const made = await calendar.events.insert(
        { calendarId, sendUpdates, conferenceDataVersion, requestBody },
        repeatable,
      );
      return shown(asWritten(GoogleEvent, made), calendarId);
    } catch (error) {
      const earlier =
        error instanceof HubError && error.code === 'conflict' && (await madeBy(context, input.calendarId));
      if (earlier) return earlier;
      throw error;
    }
  },

  recover: (context, { calendarId }) => madeBy(context, calendarId),

  undo: (context, { input, output }) =>
    removeEvent(context, { calendarId: output.calendarId, sendUpdates: sendUpdatesOf(input.notify) }, output.id),

  examples: [
    {
      input: {
        title: 'Lunch with Priya',
        start: { dateTime: '2026-12-01T12:30:00+01:00', timeZone: 'Europe/Berlin' },
        end: { dateTime: '2026-12-01T13:30:00+01:00', timeZone: 'Europe/Berlin' },
        attendees: [{ email: 'priya@fernhill.example', name: 'Priya' }],
        location: 'Café Anna',
        reminders: [{ method: 'popup', minutesBefore: 15 }],
        conference: true,
      },
    },
    {
      title: 'Every weekday, all day',
      input: {
        title: 'On call',
        start: { date: '2026-12-07' },
        end: { date: '2026-12-08' },
        recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=5'],
        notify: 'none',
      },
    },
  ],
});
