import { calendarFindFreeTime } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { DateTime, Interval } from 'luxon';
import { freeStretches } from '../../shared/calendar/free-time.ts';
import { checkZone, rfc3339, searchedSpan } from '../../shared/calendar/time.ts';
import { GoogleFreeBusy } from '../calendar/answer.ts';
import { rfc3339Of } from '../calendar/time.ts';
import { asRead, calendarOf, repeatable } from '../client.ts';

const longestDays = 62;

export const findFreeTime = defineAction({
  name: 'find_free_time',
  title: 'Find free time',
  description:
    'Finds the stretches, at least as long as asked, in which you and the people named are free. People whose calendar cannot be seen are listed as unknown.',
  fulfils: calendarFindFreeTime,
  effect: 'read',
  idempotent: true,
  needs: ['calendar.read'],
  phrases: ['when am I free {from}', 'find {durationMinutes} minutes with {attendees}'],
  input: calendarFindFreeTime.input,
  output: calendarFindFreeTime.output,

  /** @see https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query */
  async run(context, { from, to, attendees, timeZone, limit, ...wish }) {
    checkZone(timeZone);
    const within = searchedSpan(from, to, longestDays);

    const others = [...new Set(attendees.map((email) => email.toLowerCase()))];
    const requestBody = {
      timeMin: rfc3339Of(from),
      timeMax: rfc3339Of(to),
      items: ['primary', ...others].map((id) => ({ id })),
    };
    const calendar = await calendarOf(context);
    const { calendars } = asRead(GoogleFreeBusy, await calendar.freebusy.query({ requestBody }, repeatable));

    const busy = Object.entries(calendars).flatMap(([id, one]) =>
      one.busy.map((span) => ({ email: id === 'primary' ? (context.account.email ?? 'primary') : id, ...span })),
    );
    const intervals = busy.map(({ start, end }) =>
      Interval.fromDateTimes(DateTime.fromISO(start), DateTime.fromISO(end)),
    );
    const stretches = freeStretches({ within, busy: intervals.filter(({ isValid }) => isValid), timeZone, ...wish });
    const slots = stretches.slice(0, limit).map(({ start, end }) => ({
      start: rfc3339(start!.setZone(timeZone)),
      end: rfc3339(end!.setZone(timeZone)),
    }));
    return { slots, busy, unknown: others.filter((id) => !calendars[id] || calendars[id].errors?.length) };
  },

  examples: [
    {
      input: {
        from: '2026-12-01T00:00:00Z',
        to: '2026-12-05T00:00:00Z',
        timeZone: 'Europe/Berlin',
        attendees: ['priya@fernhill.example'],
        durationMinutes: 45,
        bufferMinutes: 15,
        workingHours: { start: '09:00', end: '17:00', weekdays: [1, 2, 3, 4, 5] },
      },
    },
  ],
});
