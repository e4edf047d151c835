import type { CalendarEvent, EventTime } from '@switchboard/contracts';
import { firstDay, type Slots, type When } from '../understanding/index.ts';
import type { KnownPerson } from './conversation.ts';
import { later, meant, minutesBetween, toDateTime, toEventTime } from './times.ts';

const usualMinutes = 60;
const dayMinutes = 1440;

/** The input of a new event, and what of it nobody said. */
export function createInput(slots: Slots, attendees: readonly KnownPerson[], timeZone: string) {
  const groups = (slots.people ?? []).flatMap(({ value }) => (value.group && value.name ? [value.name] : []));
  const said = meant(slots.when);
  const when = said && slots.recurrence ? firstOf(said, slots.recurrence.value.rrule) : said;
  const zoned = when && { ...when, timeZone: slots.timeZone?.value ?? when.timeZone ?? timeZone };
  const assumed = attendees.length > 0 ? ['/notify'] : [];
  const names = [...attendees.map(({ name, email }) => name ?? email), ...groups];
  const title = slots.title ? titleWith(slots, names) : usualTitle('Meeting', names);
  if (!slots.title) assumed.push('/title');
  if (!when?.end && !slots.durationMinutes) assumed.push('/end');
  if (when?.dateGuessed || when?.halfDayGuessed) assumed.push('/start');
  const { start, end } = zoned ? timesOf(zoned, slots.durationMinutes?.value) : {};
  const input = {
    title,
    start,
    end,
    attendees: attendees.map(({ email, name }) => ({ email, name })),
    location: slots.place?.value,
    description: slots.description?.value,
    reminders: slots.reminderMinutes?.map(({ value }) => ({ method: 'popup', minutesBefore: value })),
    recurrence: slots.recurrence && rules(slots.recurrence.value.rrule),
    conference: slots.conference?.value,
    notify: slots.notify?.value,
  };
  return { input, assumed };
}

/** "team sync" as a title begins with a capital; "iPhone repair" stays. */
export const sentenceCase = (text: string): string =>
  text.replace(/^\p{Ll}+(?=[\s,.!?:;-]|$)/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));

const usualTitle = (kind: string, names: readonly string[]): string =>
  names.length > 0 ? `${kind} with ${names.join(' and ')}` : kind;

const kinds =
  /^(?:lunch|dinner|breakfast|brunch|supper|coffee|drinks|call|phone call|video call|meeting|chat|sync|catch-?up|interview|1:1)$/iu;

/** "Lunch" with somebody says with whom, in the words that were said. */
function titleWith({ title, people = [] }: Slots, names: readonly string[]): string {
  const said = sentenceCase(title?.value ?? '');
  if (!kinds.test(said)) return said;
  if (title?.text === kindOnly) return usualTitle(said, names);
  const mentions = people.filter(({ value }) => value.role === 'with' && !value.self);
  return usualTitle(
    said,
    mentions.length === names.length ? mentions.map(({ value }) => value.name ?? value.email ?? '') : names,
  );
}

const kindOnly = '';

/** What a new event is where its words only say that: "a call with Jonas". */
export function kindOf(text: string): Slots['title'] {
  const kind = /\b((?:phone |video )?call|sync|chat|catch-?up|interview|1:1)\b/iu.exec(text)?.[1];
  return kind ? { value: kind.toLowerCase(), span: { start: 0, end: 0 }, text: kindOnly, sure: 0.6 } : undefined;
}

const rules = (rrule: string): string[] =>
  rrule.split('\n').map((line) => (/^[A-Z]+:/.test(line) ? line : `RRULE:${line}`));

/** A series begins on the first date that its rule allows, so that its card is true. */
function firstOf(when: When, rrule: string): When {
  if (!when.start) return when;
  const day = Date.parse(when.start.slice(0, 10)) / 86_400_000;
  const rule = (rrule.split('\n').find((line) => line.includes('FREQ=')) ?? rrule).replace(/^RRULE:/, '');
  const days = firstDay(rule, day) - day;
  if (days === 0) return when;
  const shifted = (at: string) =>
    `${new Date(Date.parse(at.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10)}${at.slice(10)}`;
  return {
    ...when,
    start: shifted(when.start),
    end: when.end && shifted(when.end),
    startAt: undefined,
    endAt: undefined,
  };
}

/** Start and end; the end from the length, or an hour, or the day. */
function timesOf(when: When, durationMinutes?: number): { start?: EventTime; end?: EventTime } {
  if (!when.start) return {};
  const allDay = when.allDay && durationMinutes === undefined;
  const start = toEventTime(when.start, { ...when, allDay });
  if (when.end && !when.window && durationMinutes === undefined)
    return { start, end: toEventTime(when.end, { ...when, allDay }) };
  return { start, end: later(start, durationMinutes ?? (allDay ? dayMinutes : usualMinutes)) };
}

/** New times of an event that moves: its length stays, and its time of day where only a date was said. */
export function moveInput(event: CalendarEvent, slots: Slots): { start: EventTime; end: EventTime } | undefined {
  const length = slots.durationMinutes?.value ?? minutesBetween(event.start, event.end);
  if (slots.shiftMinutes) {
    const start = later(event.start, slots.shiftMinutes.value);
    return { start, end: later(start, length) };
  }
  const when = meant(slots.newWhen);
  if (!when?.start) return undefined;
  const start = movedStart(event, when);
  return { start, end: when.end && !when.window && !when.allDay ? toEventTime(when.end, when) : later(start, length) };
}

function movedStart(event: CalendarEvent, when: When): EventTime {
  const old = toDateTime(event.start);
  if ('date' in event.start) return toEventTime(when.start ?? '', when);
  const { timeZone } = event.start;
  if (when.allDay)
    return toEventTime(`${when.start?.slice(0, 10)}T${old.setZone(timeZone).toFormat('HH:mm:ss')}`, {
      allDay: false,
      timeZone,
    });
  if (!when.dateGuessed) return toEventTime(when.start ?? '', when);
  const onItsDay = `${old.setZone(when.timeZone).toISODate()}T${when.start?.slice(11)}`;
  return toEventTime(onItsDay, when);
}

interface PeopleChanges {
  readonly add: readonly KnownPerson[];
  readonly remove: readonly KnownPerson[];
}

/** What changes of an event; empty where nothing was said. */
export function changeInput(event: CalendarEvent, slots: Slots, people: PeopleChanges): Record<string, unknown> {
  const changes: Record<string, unknown> = {
    title: slots.title?.value,
    location: slots.place?.value,
    description: slots.description?.value,
    reminders: slots.reminderMinutes?.map(({ value }) => ({ method: 'popup', minutesBefore: value })),
    recurrence: slots.recurrence && rules(slots.recurrence.value.rrule),
    ...(slots.durationMinutes ? { start: event.start, end: later(event.start, slots.durationMinutes.value) } : {}),
    ...moveInput(event, { ...slots, durationMinutes: slots.durationMinutes }),
    ...attendeesAfter(event, people),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function attendeesAfter(event: CalendarEvent, { add, remove }: PeopleChanges) {
  if (add.length + remove.length === 0) return {};
  const gone = new Set(remove.map(({ email }) => email.toLowerCase()));
  const kept = event.attendees.filter(({ email }) => !gone.has(email.toLowerCase()));
  const known = new Set(kept.map(({ email }) => email.toLowerCase()));
  const added = add.filter(({ email }) => !known.has(email.toLowerCase()));
  return { attendees: [...kept.map(({ email, name, optional }) => ({ email, name, optional })), ...added] };
}
