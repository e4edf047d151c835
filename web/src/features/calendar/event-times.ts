import type { CalendarEvent, EventTime } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { eventMoment, isAllDay } from '../../lib/time.ts';

/** @returns whether the event touches this day. */
function isOn(event: CalendarEvent, day: DateTime, zone: string): boolean {
  const start = eventMoment(event.start, zone);
  const end = eventMoment(event.end, zone);
  const next = day.plus({ days: 1 });
  return start < next && (end > day || (start >= day && +start === +end));
}

/** @returns the events of a day, whole-day ones first, then by time. */
export const eventsOf = (events: readonly CalendarEvent[], day: DateTime, zone: string): CalendarEvent[] =>
  events
    .filter((event) => isOn(event, day, zone))
    .toSorted(
      (a, b) => Number(isAllDay(b)) - Number(isAllDay(a)) || +eventMoment(a.start, zone) - +eventMoment(b.start, zone),
    );

const shift = (time: EventTime, by: { days: number; minutes: number }): EventTime =>
  'date' in time
    ? { date: DateTime.fromISO(time.date, { zone: 'utc' }).plus({ days: by.days }).toISODate() ?? time.date }
    : {
        dateTime:
          DateTime.fromISO(time.dateTime, { zone: time.timeZone }).plus(by).toISO({ suppressMilliseconds: true }) ??
          time.dateTime,
        timeZone: time.timeZone,
      };

/** @returns the same event later or earlier: whole days keep the wall time over a clock change. */
export const moved = (
  event: CalendarEvent,
  by: { days: number; minutes: number },
): Pick<CalendarEvent, 'start' | 'end'> => ({
  start: shift(event.start, by),
  end: shift(event.end, by),
});

/** @returns a new event's times: an hour from this moment on. */
export function hourFrom(moment: DateTime, zone: string): Pick<CalendarEvent, 'start' | 'end'> {
  const time = (at: DateTime): EventTime => ({
    dateTime: at.toISO({ suppressMilliseconds: true }) ?? '',
    timeZone: zone,
  });
  return { start: time(moment), end: time(moment.plus({ hours: 1 })) };
}
