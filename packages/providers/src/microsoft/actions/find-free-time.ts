import { calendarFindFreeTime } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { DateTime, IANAZone, Interval } from 'luxon';
import { freeStretches } from '../../google/calendar/free-time.ts';
import { ownBusy, othersBusy } from '../calendar/schedule.ts';
import { refuse } from '../calendar/time.ts';

const longestDays = 62;
const iso = (moment: DateTime): string => moment.toISO({ suppressMilliseconds: true })!;

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
    if (!IANAZone.isValidZone(timeZone)) refuse('/timeZone', `There is no time zone named ${timeZone}.`);
    const within = Interval.fromDateTimes(DateTime.fromISO(from), DateTime.fromISO(to));
    if (!within.isValid || within.isEmpty()) refuse('/to', 'The end must come after the start.');
    if (within.length('days') > longestDays) refuse('/to', `At most ${longestDays} days can be searched at once.`);

    const own = context.account.email?.toLowerCase();
    const others = [...new Set(attendees.map((email) => email.toLowerCase()))].filter((email) => email !== own);
    const mine = await ownBusy(context, within);
    const { busy: theirs, unknown } = await othersBusy(context, within, others);

    const taken = [...mine, ...theirs];
    const stretches = freeStretches({ within, busy: taken.map(({ at }) => at), timeZone, ...wish });
    const slots = stretches.slice(0, limit).map(({ start, end }) => ({
      start: iso(start!.setZone(timeZone)),
      end: iso(end!.setZone(timeZone)),
    }));
    const busy = taken.map(({ email, at }) => ({ email, start: iso(at.start!.toUTC()), end: iso(at.end!.toUTC()) }));
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
