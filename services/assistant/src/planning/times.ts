import { type EventTime } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import type { Found, When } from '../understanding/index.ts';

const iso = (time: DateTime): string => time.toISO({ suppressMilliseconds: true }) ?? '';

/** A time as people mean it: "21 to 24 December" has the 24th in it, and an evening lasts until it is night. */
export function meant(found: Found<When> | undefined): When | undefined {
  if (!found) return undefined;
  const { value, text } = found;
  const { start, end } = value;
  const lastDayCounts = /\b(?:to|until|till?)\b|[-–—]/u.test(text) && !/\bthr(?:u|ough)\b/u.test(text);
  if (end?.length === 10 && !value.window && lastDayCounts)
    return { ...value, end: DateTime.fromISO(end, { zone: 'utc' }).plus({ days: 1 }).toISODate() ?? end };
  if (value.window && start?.endsWith('T16:00:00') && end?.endsWith('T20:00:00'))
    return { ...value, start: start.replace('T16', 'T17'), end: end.replace('T20', 'T23') };
  return value;
}

/** A moment or a date of the writer as a calendar keeps it. */
export function toEventTime(local: string, when: Pick<When, 'allDay' | 'timeZone'>): EventTime {
  if (when.allDay) return { date: local.slice(0, 10) };
  return { dateTime: iso(DateTime.fromISO(local, { zone: when.timeZone })), timeZone: when.timeZone };
}

/** The same time, later. */
export function later(time: EventTime, minutes: number): EventTime {
  if ('date' in time)
    return {
      date:
        DateTime.fromISO(time.date, { zone: 'utc' })
          .plus({ days: Math.round(minutes / 1440) })
          .toISODate() ?? time.date,
    };
  const { dateTime, timeZone } = time;
  return { dateTime: iso(DateTime.fromISO(dateTime, { zone: timeZone }).plus({ minutes })), timeZone };
}

/** From one time to another; minutes. */
export function minutesBetween(start: EventTime, end: EventTime): number {
  return toDateTime(end).diff(toDateTime(start), 'minutes').minutes;
}

export const toDateTime = (time: EventTime): DateTime =>
  'date' in time
    ? DateTime.fromISO(time.date, { zone: 'utc' })
    : DateTime.fromISO(time.dateTime, { zone: time.timeZone });

/** The range a question means; from now for a week where it names none. */
export function rangeOf(when: When | undefined, now: Date, timeZone: string, days = 7): { from: string; to: string } {
  const zone = when?.timeZone ?? timeZone;
  const start = when?.start ? DateTime.fromISO(when.start, { zone }) : DateTime.fromJSDate(now, { zone });
  const end = when?.end
    ? DateTime.fromISO(when.end, { zone })
    : when?.start
      ? when.allDay || when.start.length === 10
        ? start.plus({ days: 1 })
        : start.plus({ hours: 1 })
      : start.plus({ days });
  return { from: iso(start), to: iso(end > start ? end : start.plus({ days: 1 })) };
}

/** "Tue 24 Nov, 15:00" in a zone. */
export const sayTime = (time: EventTime, timeZone: string): string => {
  if ('date' in time) return DateTime.fromISO(time.date, { zone: 'utc' }).setLocale('en-GB').toFormat('ccc d LLL');
  return DateTime.fromISO(time.dateTime).setZone(timeZone).setLocale('en-GB').toFormat('ccc d LLL, HH:mm');
};

/** "on Sun 22 Nov", "from Mon 23 Nov to Fri 27 Nov". */
export function sayRange({ from, to }: { from: string; to: string }, timeZone: string): string {
  const day = (at: DateTime): string => at.setLocale('en-GB').toFormat('ccc d LLL');
  const start = DateTime.fromISO(from, { zone: timeZone });
  const last = DateTime.fromISO(to, { zone: timeZone }).minus({ milliseconds: 1 });
  return start.hasSame(last, 'day') ? `on ${day(start)}` : `from ${day(start)} to ${day(last)}`;
}
