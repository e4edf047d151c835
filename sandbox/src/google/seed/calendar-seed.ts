import { DateTime } from 'luxon';
import { googleAccounts } from '../accounts.ts';
import { nameFor, seeded } from '../../kit/random.ts';
import type { CalendarState, StoredCalendar } from '../calendar/state.ts';
import type { StoredEvent } from '../calendar/model.ts';
import { occurrences } from '../calendar/recurrence.ts';
import { instanceOf } from '../calendar/render.ts';
import { withConference } from '../calendar/change.ts';
import { series, single, type Planned } from './calendar-plan.ts';
import { personBy } from '../../seed/cast.ts';

const [ada, jonas] = googleAccounts as [(typeof googleAccounts)[0], (typeof googleAccounts)[0]];
const teamCalendarId = 'fernhill-studio-team@group.calendar.google.com';

const calendar = (
  id: string,
  ownerId: string,
  summary: string,
  timeZone: string,
  access: StoredCalendar['access'],
  color: [string, string],
): StoredCalendar => ({
  id,
  ownerId,
  summary,
  timeZone,
  primary: id.endsWith('@gmail.com'),
  colorId: color[0],
  backgroundColor: color[1],
  access,
  entries: {},
  events: {},
});

/** Three calendars around today: one of each account and one they share. */
export function seedCalendars(seed: number, now: number): CalendarState {
  const random = seeded(seed);
  const both = { [ada.id]: 'owner', [jonas.id]: 'writer' } as const;
  const list = [
    calendar(ada.email, ada.id, ada.email, ada.timeZone, { [ada.id]: 'owner', [jonas.id]: 'freeBusyReader' }, [
      '14',
      '#9fe1e7',
    ]),
    calendar(jonas.email, jonas.id, jonas.email, jonas.timeZone, { [jonas.id]: 'owner', [ada.id]: 'freeBusyReader' }, [
      '16',
      '#4986e7',
    ]),
    {
      ...calendar(teamCalendarId, ada.id, 'Fernhill Studio', ada.timeZone, both, ['8', '#16a765']),
      description: 'What concerns everyone at the studio.',
    },
  ];
  const state: CalendarState = { seq: 0, calendars: Object.fromEntries(list.map((one) => [one.id, one])), notices: [] };
  for (const plan of [...series, ...single]) put(state, plan, now, random);
  return state;
}

/** The week's Monday; on a weekend the next one, so that a week of plans always lies ahead. */
function mondayOf(now: number, zone: string): DateTime {
  const today = DateTime.fromMillis(now, { zone });
  return today.startOf('week').plus({ weeks: today.weekday > 5 ? 1 : 0 });
}

function put(state: CalendarState, plan: Planned, now: number, random: () => number): void {
  const owner = plan.owner === 'jonas' ? jonas : ada;
  const home = state.calendars[plan.owner === 'team' ? teamCalendarId : owner.email]!;
  const monday = mondayOf(now, home.timeZone);
  const created = new Date(now - 60 * 86_400_000).toISOString();
  const id = plan.id ?? nameFor(`${plan.summary} ${plan.day}`, 26);
  const event: StoredEvent = withConference(
    {
      id,
      home: home.id,
      iCalUID: `${id}@google.com`,
      created,
      updated: created,
      seq: 0,
      sequence: 0,
      status: 'confirmed',
      summary: plan.summary,
      ...timesOf(plan, monday),
      ...(plan.rule && { recurrence: [plan.rule] }),
      ...(plan.location && { location: plan.location }),
      ...(plan.description && { description: plan.description }),
      creator: { email: owner.email },
      organizer: home.primary ? { email: home.id } : { email: home.id, displayName: home.summary },
      ...(plan.guests && { attendees: guestsOf(plan, owner.email, random) }),
      ...(plan.days && { transparency: 'transparent' }),
    },
    plan.meet ? { conferenceData: { createRequest: { requestId: id } } } : {},
    1,
  );
  show(state, event);
  for (const change of plan.changes ?? []) show(state, changed(event, change, home.timeZone, now));
}

function timesOf(plan: Planned, monday: DateTime): Pick<StoredEvent, 'start' | 'end'> {
  const day = monday.plus({ days: plan.day });
  if (!plan.at)
    return { start: { date: day.toISODate()! }, end: { date: day.plus({ days: plan.days ?? 1 }).toISODate()! } };
  const [hour, minute] = plan.at.split(':').map(Number) as [number, number];
  const start = day.set({ hour, minute });
  const iso = (at: DateTime) => ({ dateTime: at.toISO({ suppressMilliseconds: true })!, timeZone: monday.zoneName! });
  return { start: iso(start), end: iso(start.plus({ minutes: plan.minutes ?? 30 })) };
}

function guestsOf(plan: Planned, owner: string, random: () => number): NonNullable<StoredEvent['attendees']> {
  const answers = ['accepted', 'accepted', 'accepted', 'needsAction', 'tentative', 'declined'];
  const guests = plan.guests!.map((email) => ({
    email,
    displayName: personBy(email)?.name ?? email,
    responseStatus: email.endsWith('@gmail.com') ? 'accepted' : answers[Math.floor(random() * answers.length)]!,
  }));
  return plan.owner === 'team'
    ? guests
    : [{ email: owner, displayName: personBy(owner)!.name, responseStatus: 'accepted' }, ...guests];
}

type Change = NonNullable<Planned['changes']>[number];

function changed(event: StoredEvent, change: Change, zone: string, now: number): StoredEvent {
  const all = occurrences(event, zone, now - 90 * 86_400_000, now + 90 * 86_400_000);
  const instance = instanceOf(event, all[Math.min(change.occurrence, all.length - 1)]!);
  if (change.cancel) return { ...instance, status: 'cancelled', sequence: 1 };
  const moved = (time: StoredEvent['start']) => ({
    ...time,
    dateTime: DateTime.fromISO(time.dateTime!, { zone: time.timeZone ?? zone })
      .plus({ minutes: change.moveMinutes ?? 0 })
      .toISO({ suppressMilliseconds: true })!,
  });
  return {
    ...instance,
    start: moved(instance.start),
    end: moved(instance.end),
    sequence: 1,
    ...(change.summary && { summary: change.summary }),
  };
}

function show(state: CalendarState, event: StoredEvent): void {
  event.seq = ++state.seq;
  state.calendars[event.home]!.events[event.id] = event;
  const guests = new Set((event.attendees ?? []).map((attendee) => attendee.email));
  for (const one of Object.values(state.calendars))
    if (one.id === event.home || (one.primary && guests.has(one.id)))
      one.entries[event.id] = { home: event.home, seq: event.seq };
}
