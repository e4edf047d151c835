import type { CalendarEvent } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import type { SandboxAccount } from '../../testing/sandbox-account.ts';
import { listEvents } from '../actions/list-events.ts';

export const zone = 'Europe/London';
export const monday = DateTime.now().setZone(zone).plus({ weeks: 6 }).startOf('week');
const time = (moment: DateTime) => ({ dateTime: moment.toISO({ suppressMilliseconds: true })!, timeZone: zone });
export const at = (hour: number, day = 0) => time(monday.plus({ days: day }).set({ hour }));
export const meeting = { title: 'Planning 🎯', start: at(10), end: at(11), notify: 'none' };

export async function listed(google: SandboxAccount, query = 'Planning'): Promise<CalendarEvent[]> {
  const span = { from: monday.minus({ weeks: 1 }).toISO()!, to: monday.plus({ weeks: 8 }).toISO()! };
  const { output } = await google.run(listEvents, { ...span, query });
  return output.events;
}
export const starts = (events: CalendarEvent[]) =>
  events.map(({ start }) =>
    'date' in start ? start.date : DateTime.fromISO(start.dateTime, { zone }).toFormat('ccc d.M. HH:mm'),
  );
export const day = (days: number, hour: number) => monday.plus({ days }).set({ hour }).toFormat('ccc d.M. HH:mm');
