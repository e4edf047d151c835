import { calendarFindFreeTime, type Slot } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Frame, When } from '../understanding/index.ts';
import type { Option } from './conversation.ts';
import { PeopleService } from './people.service.ts';
import { ReadsService } from './reads.service.ts';
import { meant, rangeOf, sayTime } from './times.ts';
import { type Kept, sayText, type Turn } from './turn.ts';

const usualMinutes = 30;
const mostOptions = 6;
type SlotOption = Extract<Option, { settles: 'slot' }>;

/** Looks for time that everybody has; choosing one of the times makes it a card. */
@Injectable()
export class FreeTimeService {
  constructor(
    private readonly reads: ReadsService,
    private readonly people: PeopleService,
  ) {}

  async find(turn: Turn): Promise<Kept> {
    const { slots } = turn.frame;
    const mentions = (slots.people ?? []).map(({ value }) => value);
    const attendees = await this.people.resolve(mentions, turn);
    const range = askedRange(turn);
    const answer = await this.reads.read(
      calendarFindFreeTime,
      {
        from: new Date(range.from) < turn.now ? turn.now.toISOString() : range.from,
        to: range.to,
        durationMinutes: slots.durationMinutes?.value ?? usualMinutes,
        attendees: attendees.map(({ email }) => email),
        bufferMinutes: slots.bufferMinutes?.value ?? 0,
        workingHours: hoursOf(turn.frame),
        timeZone: turn.timeZone,
        limit: 50,
      },
      turn,
      { title: 'Looked for free time' },
    );
    if (answer.unknown.length > 0) sayText(turn, `I cannot see the calendar of ${answer.unknown.join(', ')}.`);
    const options = spread(answer.slots).map((slot) => toOption(slot, turn));
    const seen = attendees.filter(({ email }) => !answer.unknown.includes(email));
    const names = seen.map(({ name, email }) => name ?? email).join(' and ');
    const who = names ? `You and ${names} are` : 'You are';
    if (options.length === 0) {
      const exact = slots.when !== undefined && hoursOf(turn.frame) === undefined;
      sayText(turn, exact ? `${who} not free then.` : `${who} never free long enough there. Try a longer range.`);
      return { frame: turn.frame };
    }
    sayText(turn, `${who} free then. Choose a time to put it on the calendar.`);
    turn.say({
      kind: 'choices',
      slot: 'slot',
      choices: options.map(({ label }, at) => ({ id: String(at + 1), label })),
    });
    return { frame: turn.frame, options };
  }
}

/** The range that was asked about; a moment is asked about for as long as the meeting takes. */
function askedRange({ frame: { slots }, now, timeZone }: Turn): { from: string; to: string } {
  const when = meant(slots.when);
  const range = rangeOf(when, now, timeZone);
  if (!when?.start || when.end || when.allDay || when.window) return range;
  const minutes = slots.durationMinutes?.value ?? usualMinutes;
  return {
    from: range.from,
    to: DateTime.fromISO(range.from, { setZone: true }).plus({ minutes }).toISO() ?? range.to,
  };
}

/** The event that a chosen time becomes, with the people it was looked for and the length that was asked for. */
export function bookingOf({ start, label }: SlotOption, { slots }: Frame, timeZone: string): Frame {
  const found = <T>(value: T) => ({ value, span: { start: 0, end: label.length }, text: label, sure: 0.5 });
  const local = DateTime.fromISO(start, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
  const when: When = { start: local, startAt: start, allDay: false, timeZone, window: false };
  const people = slots.people?.map((one) => ({ ...one, value: { ...one.value, role: 'with' as const } }));
  const title = slots.title ?? (people?.length ? undefined : found('Meeting'));
  const durationMinutes = slots.durationMinutes ?? found(usualMinutes);
  return {
    intent: 'calendar.create',
    slots: { title, place: slots.place, people, durationMinutes, when: found(when) },
  };
}

/** Working hours, unless a time of day was asked for; of a single day its own weekday counts, a weekend too. */
function hoursOf({ slots: { workingHours, when } }: Frame) {
  const day = when?.value;
  if (workingHours) return { start: clock(workingHours.value.startMinute), end: clock(workingHours.value.endMinute) };
  if (day && (day.dayPart ?? (day.start && day.start.length > 10))) return undefined;
  const hours = day?.startAt && day.endAt ? (Date.parse(day.endAt) - Date.parse(day.startAt)) / 3_600_000 : undefined;
  const single = Boolean(day?.start && (!day.end || (hours !== undefined && hours <= 49)));
  return single ? { weekdays: [1, 2, 3, 4, 5, 6, 7] } : {};
}

/** A few times of each day rather than the first day's every half hour. */
function spread(slots: readonly Slot[]): Slot[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) days.set(slot.start.slice(0, 10), [...(days.get(slot.start.slice(0, 10)) ?? []), slot]);
  const each = Math.max(2, Math.ceil(mostOptions / days.size));
  return [...days.values()].flatMap((day) => day.slice(0, each)).slice(0, mostOptions);
}

/** The whole stretch, or as much of it as was asked for. */
function toOption({ start, end: last }: Slot, { timeZone, frame: { slots } }: Turn): SlotOption {
  const minutes = slots.durationMinutes?.value;
  const end = minutes ? DateTime.fromISO(start).plus({ minutes }).toUTC().toISO()! : last;
  const until = DateTime.fromISO(end, { zone: timeZone }).toFormat('HH:mm');
  return { settles: 'slot', label: `${sayTime({ dateTime: start, timeZone }, timeZone)}–${until}`, start, end };
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
