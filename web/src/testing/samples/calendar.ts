import * as c from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { me } from './people.ts';

/** Midnight to come, where the person is. */
export const tomorrow = DateTime.now().setZone(me.timeZone).plus({ days: 1 }).startOf('day');
export const calendars: c.Calendar[] = [
  { id: 'primary', title: 'Ada', primary: true, writable: true, timeZone: me.timeZone },
  { id: 'team', title: 'Team', primary: false, writable: false, timeZone: me.timeZone },
];
/** @returns a believable month from a moment on. */
export function eventsFrom(from: DateTime): c.CalendarEvent[] {
  const zone = me.timeZone;
  const event = (
    number: number,
    day: number,
    hour: number,
    minutes: number,
    title: string,
    calendarId = 'primary',
  ): c.CalendarEvent => {
    const start = from.setZone(zone).startOf('day').plus({ days: day }).set({ hour });
    return {
      id: `e${number}`,
      calendarId,
      title,
      status: 'confirmed',
      start: { dateTime: start.toISO({ suppressMilliseconds: true }) ?? '', timeZone: zone },
      end: { dateTime: start.plus({ minutes }).toISO({ suppressMilliseconds: true }) ?? '', timeZone: zone },
      attendees: [],
    };
  };
  return [
    event(1, 1, 9, 30, 'Team sync', 'team'),
    event(2, 1, 9, 60, 'Dentist'),
    event(3, 2, 14, 90, 'Design review with the whole product group'),
    event(4, 2, 16, 30, 'Call Priya'),
    event(5, 2, 17, 30, 'Gym'),
    event(6, 2, 19, 120, 'Dinner'),
    event(7, 4, 11, 45, 'Interview', 'team'),
    event(8, 9, 8, 60, 'Train to Leipzig'),
    {
      ...event(9, 5, 0, 0, 'Offsite'),
      start: { date: from.setZone(zone).plus({ days: 5 }).toISODate() ?? '' },
      end: { date: from.setZone(zone).plus({ days: 8 }).toISODate() ?? '' },
    },
  ];
}
