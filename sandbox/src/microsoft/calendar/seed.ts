import { DateTime } from 'luxon';
import { nameFor } from '../../kit/random.ts';
import { personBy } from '../../seed/cast.ts';
import { accounts, type MicrosoftAccount } from '../accounts.ts';
import { plans, type Planned } from './plan.ts';
import type { CalendarState, Guest, Recurrence, StoredCalendar, StoredEvent } from './state.ts';

const [ada, jonas] = accounts as [MicrosoftAccount, MicrosoftAccount];

const calendars: readonly StoredCalendar[] = [
  { id: 'AAMkAdaCalendar', owner: ada.id, name: 'Calendar', isDefault: true, canEdit: true, color: 'auto' },
  { id: 'AAMkAdaStudio', owner: ada.id, name: 'Fernhill Studio', isDefault: false, canEdit: true, color: 'lightGreen' },
  { id: 'AAMkAdaHolidays', owner: ada.id, name: 'United Kingdom holidays', isDefault: false, canEdit: false, color: 'lightTeal' },
  { id: 'AAMkJonasCalendar', owner: jonas.id, name: 'Calendar', isDefault: true, canEdit: true, color: 'auto' },
]; // prettier-ignore

/** What Windows calls the zones of the two, as Outlook writes them. */
const windowsZone: Readonly<Record<string, string>> = { [ada.id]: 'GMT Standard Time', [jonas.id]: 'Eastern Standard Time' }; // prettier-ignore

/** Calendars around today. */
export function seedCalendars(now: number): CalendarState {
  const state: CalendarState = {
    next: 0,
    calendars: Object.fromEntries(calendars.map((one) => [one.id, { ...one }])),
    events: {},
    notices: [],
  };
  for (const plan of plans) {
    const owner = plan.owner === 'jonas' ? jonas : ada;
    const event = eventOf(plan, owner, now);
    state.events[event.id] = event;
    for (const guest of accounts) {
      if (guest === owner || !plan.guests?.includes(guest.email)) continue;
      const home = calendars.find(({ owner: id, isDefault }) => id === guest.id && isDefault)!;
      const id = plan.id ? `${event.id}-${guest.name.split(' ')[0]}` : `AAMk${nameFor(`${event.id} ${guest.id}`, 40)}=`;
      const copy = structuredClone(event);
      state.events[id] = { ...copy, id, owner: guest.id, calendar: home.id, isOrganizer: false, response: 'notResponded' }; // prettier-ignore
    }
  }
  return state;
}

/** The week's Monday; on a weekend the next one, so that a week of plans always lies ahead. */
function mondayOf(now: number, zone: string): DateTime {
  const today = DateTime.fromMillis(now, { zone });
  return today.startOf('week').plus({ weeks: today.weekday > 5 ? 1 : 0 });
}

function eventOf(plan: Planned, owner: MicrosoftAccount, now: number): StoredEvent {
  const created = new Date(now - 60 * 86_400_000).toISOString();
  const id = `AAMk${plan.id ?? nameFor(plan.subject, 32)}`;
  const uid = `040000008200E00074C5B7101A82E008${nameFor(id, 24).toUpperCase()}`;
  const { start, end } = timesOf(plan, owner, now);
  return {
    id,
    owner: owner.id,
    calendar: plan.calendar ?? (owner === ada ? 'AAMkAdaCalendar' : 'AAMkJonasCalendar'),
    uid,
    subject: plan.subject,
    body: plan.body ?? '',
    start,
    end,
    isAllDay: plan.at === undefined,
    location: plan.location ?? '',
    attendees: (plan.guests ?? []).map((address): Guest => ({ address, name: personBy(address)?.name ?? address, type: 'required', response: 'none' })), // prettier-ignore
    reminder: plan.at === undefined ? null : 15,
    showAs: plan.at === undefined ? 'free' : 'busy',
    importance: 'normal',
    sensitivity: 'normal',
    joinUrl: plan.teams ? `https://teams.microsoft.com/l/meetup-join/${nameFor(uid, 24)}` : null,
    organizer: { address: owner.email, name: owner.name },
    isOrganizer: true,
    properties: [],
    created,
    modified: created,
    version: 1,
    response: 'organizer',
    recurrence: plan.pattern ? recurrenceOf(plan, start.dateTime.slice(0, 10), start.timeZone) : null,
    changes: {},
  };
}

function timesOf(plan: Planned, owner: MicrosoftAccount, now: number): Pick<StoredEvent, 'start' | 'end'> {
  const day = mondayOf(now, owner.timeZone).plus({ days: plan.day });
  const wall = (at: DateTime) => at.toFormat("yyyy-MM-dd'T'HH:mm:ss");
  if (plan.at === undefined) {
    const until = day.plus({ days: plan.days ?? 1 });
    return { start: { dateTime: wall(day), timeZone: 'UTC' }, end: { dateTime: wall(until), timeZone: 'UTC' } };
  }
  const [hour, minute] = plan.at.split(':').map(Number) as [number, number];
  const start = day.set({ hour, minute });
  const timeZone = windowsZone[owner.id]!;
  const end = start.plus({ minutes: plan.minutes ?? 30 });
  return { start: { dateTime: wall(start), timeZone }, end: { dateTime: wall(end), timeZone } };
}

const recurrenceOf = ({ pattern, times }: Planned, startDate: string, recurrenceTimeZone: string): Recurrence => ({
  pattern: pattern!,
  range: times
    ? { type: 'numbered', startDate, numberOfOccurrences: times, recurrenceTimeZone }
    : { type: 'noEnd', startDate, recurrenceTimeZone },
});
