import { calendarFindFreeTime } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { freeStretches } from '../../shared/calendar/free-time.ts';
import { checkZone, rfc3339, searchedSpan } from '../../shared/calendar/time.ts';
import { ownBusy, othersBusy } from '../calendar/schedule.ts';

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

  async run(context, { from, to, attendees, timeZone, limit, ...wish }) {
    checkZone(timeZone);
    const within = searchedSpan(from, to, longestDays);

    const own = context.account.email?.toLowerCase();
    const others = [...new Set(attendees.map((email) => email.toLowerCase()))].filter((email) => email !== own);
    const mine = await ownBusy(context, within);
    const { busy: theirs, unknown } = await othersBusy(context, within, others);

    const taken = [...mine, ...theirs];
    const stretches = freeStretches({ within, busy: taken.map(({ at }) => at), timeZone, ...wish });
    const slots = stretches.slice(0, limit).map(({ start, end }) => ({
      start: rfc3339(start!.setZone(timeZone)),
      end: rfc3339(end!.setZone(timeZone)),
    }));
    const busy = taken.map(({ email, at }) => ({
      email,
      start: rfc3339(at.start!.toUTC()),
      end: rfc3339(at.end!.toUTC()),
    }));
    return { slots, busy, unknown };
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
