import { type CalendarEvent, calendarListEvents } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import { changeInput, createInput, kindOf, moveInput } from './calendar-inputs.ts';
import { PeopleService } from './people.service.ts';
import { ProposingService } from './proposing.service.ts';
import { ReadsService } from './reads.service.ts';
import { byOrdinal, describes, listedEvent, tellingWords } from './matching.ts';
import { TargetsService } from './targets.service.ts';
import { meant, rangeOf, sayRange, sayTime } from './times.ts';
import { Ask, type Kept, sayText, type Turn } from './turn.ts';

/** Answers what is said of calendars: looks, or puts a card in front of the person. */
@Injectable()
export class CalendarAnswersService {
  constructor(
    private readonly reads: ReadsService,
    private readonly people: PeopleService,
    private readonly targets: TargetsService,
    private readonly proposing: ProposingService,
  ) {}

  async create(said: Turn): Promise<Kept> {
    const turn = withKind(said);
    const { slots } = turn.frame;
    const invited = (slots.people ?? [])
      .filter(({ value }) => value.role !== 'remove' && !value.group)
      .map(({ value }) => value);
    const removed = (slots.people ?? []).filter(({ value }) => value.role === 'remove').map(({ value }) => value);
    const left = new Set((await this.people.resolve(removed, turn)).map(({ email }) => email));
    const attendees = (await this.people.resolve(invited, turn)).filter(({ email }) => !left.has(email));
    if (lacksTime(turn, attendees.length > 0))
      throw new Ask('At what time?', { frame: turn.frame, pendingSlot: 'when' });
    const { input, assumed } = createInput(slots, attendees, turn.timeZone);
    return this.proposing.propose(
      {
        capability: 'calendar.create_event',
        input,
        assumed,
        lead: 'Here is the event. Say yes on the card, or change it.',
      },
      turn,
    );
  }

  async update(turn: Turn): Promise<Kept> {
    const event = await this.targets.event(turn);
    const { people = [] } = turn.frame.slots;
    const resolve = (role: string) =>
      this.people.resolve(
        people.filter(({ value }) => value.role === role).map(({ value }) => value),
        turn,
      );
    const input = changeInput(event, turn.frame.slots, { add: await resolve('add'), remove: await resolve('remove') });
    if (Object.keys(input).length === 0)
      throw new Ask(`What shall I change about “${event.title}”?`, { frame: turn.frame, pendingSlot: 'title' });
    if (input['attendees']) turn.outside.read = true;
    return this.change(event, input, turn);
  }

  async move(turn: Turn): Promise<Kept> {
    const event = await this.targets.event(turn);
    const times = moveInput(event, turn.frame.slots);
    if (!times) throw new Ask(`When shall “${event.title}” be?`, { frame: turn.frame, pendingSlot: 'newWhen' });
    return this.change(event, times, turn);
  }

  async cancel(turn: Turn): Promise<Kept> {
    const event = await this.targets.event(turn);
    const { id: eventId, calendarId, seriesId } = event;
    const { scope, notify } = turn.frame.slots;
    const all = seriesId !== undefined && /\b(?:all|every)\b/iu.test(turn.text) ? 'all' : undefined;
    const input = { calendarId, eventId, scope: scope?.value ?? all, notify: notify?.value };
    return this.proposing.propose(
      {
        capability: 'calendar.cancel_event',
        input,
        assumed: chips(event, scope, notify),
        lead: 'This is what would be cancelled.',
      },
      turn,
    );
  }

  async respond(turn: Turn): Promise<Kept> {
    const { id: eventId, calendarId } = await this.targets.event(turn, unanswered(turn));
    const { response, description } = turn.frame.slots;
    if (!response)
      throw new Ask('Shall I accept, decline, or say maybe?', { frame: turn.frame, pendingSlot: 'response' });
    const input = { calendarId, eventId, response: response.value, comment: description?.value };
    return this.proposing.propose(
      { capability: 'calendar.respond', input, lead: 'This is the answer I would send.' },
      turn,
    );
  }

  async list(turn: Turn): Promise<Kept> {
    if (turn.conversation.settled.target?.kind === 'event') return this.one(turn);
    const { slots } = turn.frame;
    const [person] = (slots.people ?? []).map(({ value }) => value).filter(({ self, group }) => !self && !group);
    const words = turn.frame.intent === 'calendar.search' ? (slots.query ?? slots.target)?.value : undefined;
    const query = (words && tellingWords(words)) || person?.email || person?.name;
    const next = slots.ordinal !== undefined || nextOne.test(turn.text);
    const range = rangeOf(meant(slots.when), turn.now, turn.timeZone, query || next ? 60 : 7);
    const most = next ? 1 : slots.count?.value;
    const counted = (all: readonly CalendarEvent[]) => {
      const open = all.filter(({ status }) => status !== 'cancelled');
      return slots.ordinal ? byOrdinal(open, slots.ordinal.value) : open.slice(0, most);
    };
    const { events } = await this.reads.read(calendarListEvents, { ...range, query, limit: 50 }, turn, {
      title: 'Looked at the calendar',
      shown: (output: { events: CalendarEvent[] }) => ({ ...output, events: counted(output.events) }),
    });
    const wanted = counted(events);
    const [first] = wanted;
    if (!first)
      sayText(turn, query ? `I find nothing for “${query}”.` : `Nothing is planned ${sayRange(range, turn.timeZone)}.`);
    else if (wanted.length === 1) sayText(turn, `${first.title}, ${sayTime(first.start, turn.timeZone)}.`);
    else sayText(turn, `${wanted.length} events, the first is ${first.title}, ${sayTime(first.start, turn.timeZone)}.`);
    return { lastResults: wanted.slice(0, 20).map((event) => listedEvent(event, turn.timeZone)) };
  }

  private async one(turn: Turn): Promise<Kept> {
    const event = await this.targets.event(turn);
    const { title, start, location, attendees } = event;
    const people = attendees.filter(({ self }) => !self).map(({ name, email }) => name ?? email);
    const about = [sayTime(start, turn.timeZone), location, people.length > 0 && `with ${people.join(', ')}`];
    sayText(turn, `${title}: ${about.filter(Boolean).join(', ')}.`);
    return { lastResults: [listedEvent(event, turn.timeZone)] };
  }

  private change(event: CalendarEvent, changes: Record<string, unknown>, turn: Turn): Promise<Kept> {
    const { scope, notify } = turn.frame.slots;
    const input = {
      calendarId: event.calendarId,
      eventId: event.id,
      scope: scope?.value,
      notify: notify?.value,
      ...changes,
    };
    return this.proposing.propose(
      {
        capability: 'calendar.update_event',
        input,
        assumed: chips({ ...event, ...changes }, scope, notify),
        lead: 'This is what would change.',
      },
      turn,
    );
  }
}

const chips = ({ attendees }: Pick<CalendarEvent, 'attendees'>, scope: unknown, notify: unknown): string[] => [
  ...(scope ? [] : ['/scope']),
  ...(notify || attendees.every(({ self }) => self) ? [] : ['/notify']),
];

const nextOne = /\bnext\W*$|\b(?:my|the|our)\snext\s(?:meeting|event|appointment|call|one|thing|commitment)\b/iu;
const timed = /\b(?:lunch|dinner|breakfast|brunch|coffee|drinks|call|meeting|meet|sync|interview|1:1|appointment)\b/iu;

/** A day alone is enough for a holiday, not for lunch. */
function lacksTime({ text, frame: { slots } }: Turn, invites: boolean): boolean {
  const when = slots.when?.value;
  if (!when?.allDay || when.end || when.window || /\ball[- ]day\b|\bwhole day\b/iu.test(text)) return false;
  return invites || timed.test(slots.title?.value ?? text);
}

/** "A call with Jonas" keeps being a call when it is changed. */
function withKind(turn: Turn): Turn {
  const { intent, slots } = turn.frame;
  const title = slots.title ?? kindOf(turn.text);
  return title ? { ...turn, frame: { intent, slots: { ...slots, title } } } : turn;
}

/** An invitation that was not named is one that still waits for an answer. */
const unanswered =
  ({ frame: { slots } }: Turn) =>
  ({ attendees }: CalendarEvent): boolean =>
    describes(slots) || attendees.some(({ self, response }) => self && response === 'needsAction');
