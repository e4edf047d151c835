import { calendarCreateEvent } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import type { z } from 'zod';
import type { EventFields } from '../../shared/calendar/event-fields.ts';
import { checkSpan } from '../../shared/calendar/time.ts';
import { calendarId, checkWritable, insertEvent, madeByRun, removeEvent } from '../calendar/calls.ts';
import { shown } from '../calendar/event.ts';
import { bodyOf, checkNotify } from '../calendar/fields.ts';

type Input = z.output<typeof calendarCreateEvent.input>;

function newEvent({ conference, notify, calendarId: _calendar, ...fields }: Input) {
  checkSpan(fields.start, fields.end);
  checkNotify(notify, fields.attendees.length);
  return { ...bodyOf(fields satisfies EventFields, fields.start), ...(conference ? { isOnlineMeeting: true } : {}) };
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
  input: calendarCreateEvent.input.extend({ calendarId }),
  output: calendarCreateEvent.output,

  /** Refuses what cannot be while the card is still open. */
  async before(context, input) {
    newEvent(input);
    await checkWritable(context, input.calendarId);
  },

  /** @see https://learn.microsoft.com/graph/api/user-post-events */
  async run(context, input) {
    const body = newEvent(input);
    await checkWritable(context, input.calendarId);
    return shown(context, await insertEvent(context, input.calendarId, body), input.calendarId);
  },

  async recover(context, { calendarId: id }) {
    const made = await madeByRun(context, id);
    return made && shown(context, made, id);
  },

  undo: (context, { input, output }) => removeEvent(context, input.calendarId, output.id),

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
