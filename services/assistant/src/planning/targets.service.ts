import {
  type CalendarEvent,
  calendarGetEvent,
  calendarListEvents,
  mailSearch,
  type MailSummary,
} from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import type { Listed, Option } from './conversation.ts';
import {
  byNearness,
  byOrdinal,
  bySaidTime,
  describes,
  distinctSeries,
  fits,
  listedEvent,
  listedMessage,
  notFound,
  sameThread,
  withoutArticle,
} from './matching.ts';
import { ReadsService } from './reads.service.ts';
import { meant, rangeOf } from './times.ts';
import { Ask, type Turn } from './turn.ts';

const lookAheadDays = 60;
const mostOptions = 8;
const mostNear = 5;

/** Finds the event or the message that a sentence means. Asks where several fit. */
@Injectable()
export class TargetsService {
  constructor(private readonly reads: ReadsService) {}

  /** @throws Ask where none or several fit; where none does at the time said, those at other times are offered. */
  async event(turn: Turn, wanted: (event: CalendarEvent) => boolean = () => true): Promise<CalendarEvent> {
    const [settled] = this.settled('event', turn);
    if (settled)
      return this.reads.read(calendarGetEvent, { eventId: settled.id, calendarId: settled.calendarId }, turn);
    const { slots } = turn.frame;
    const found = await this.fitting(turn, wanted);
    const picked = byOrdinal(bySaidTime(found, turn.frame), slots.ordinal?.value);
    const [only, ...others] = distinctSeries(picked, slots.scope?.value);
    if (only && others.length === 0) return only;
    if (only) throw choose('Which one do you mean?', [only, ...others], turn);
    const elsewhere = slots.when && slots.target ? await this.fitting(withoutWhen(turn), wanted) : [];
    if (elsewhere.length > 0)
      throw choose(`I find no “${slots.target?.value}” then. Do you mean one of these?`, elsewhere, turn);
    throw nearest('event', await this.nearEvents(turn), turn);
  }

  /** What is on the calendar soon, those first that share a word with what was said. */
  private async nearEvents(turn: Turn): Promise<Listed[]> {
    if (turn.frame.intent === 'calendar.respond' && !describes(turn.frame.slots)) return [];
    const range = rangeOf(undefined, turn.now, turn.timeZone, lookAheadDays);
    const { events } = await this.reads.read(calendarListEvents, { ...range, limit: 250 }, turn);
    const seen = new Set<string>();
    const open = events.filter(({ status, seriesId }) => {
      const again = seriesId !== undefined && seen.has(seriesId);
      if (seriesId) seen.add(seriesId);
      return status !== 'cancelled' && !again;
    });
    return byNearness(open, turn.frame).map((event) => listedEvent(event, turn.timeZone));
  }

  /** @throws Ask where none or several fit. */
  async messages(turn: Turn, { several }: { several: boolean }): Promise<Listed[]> {
    const settled = this.settled('message', turn, several);
    if (settled.length > 0) return settled;
    const found = (await this.search(turn, several ? 50 : 20)).filter(
      ({ from }) => !turn.outside.own.includes(from.email.toLowerCase()),
    );
    // Newest first: the last one is the first.
    const ordinal = turn.frame.slots.ordinal?.value;
    const picked = byOrdinal(found, ordinal && ordinal < 0 ? -ordinal : ordinal).map(listedMessage);
    const [only, ...others] = picked;
    if (!only) throw nearest('message', await this.newest(turn), turn);
    if (others.length === 0 || several) return picked;
    if (sameThread(found)) return [only];
    throw ask('Which one do you mean?', picked, turn);
  }

  private async newest(turn: Turn): Promise<Listed[]> {
    const { messages } = await this.reads.read(mailSearch, { query: '', limit: mostNear }, turn);
    return messages.map(listedMessage);
  }

  /** Messages that a sentence describes, newest first. */
  async search(turn: Turn, limit: number, title?: string): Promise<MailSummary[]> {
    const { slots, intent } = turn.frame;
    const sender = slots.people?.find(({ value }) => value.role === 'from')?.value;
    const to = slots.people?.find(({ value }) => value.role === 'to')?.value;
    const range = slots.when ? rangeOf(meant(slots.when), turn.now, turn.timeZone) : undefined;
    const { messages } = await this.reads.read(
      mailSearch,
      {
        query: withoutArticle(slots.query?.value ?? slots.target?.value ?? ''),
        from: sender?.email ?? sender?.name,
        to: to?.self ? undefined : (to?.email ?? to?.name),
        subject: slots.subject?.value,
        unread: slots.unread?.value,
        hasAttachment: slots.attachments?.value,
        label: intent === 'mail.label' ? undefined : slots.label?.value,
        after: range?.from,
        before: range?.to,
        limit,
      },
      turn,
      { title },
    );
    return messages;
  }

  private async fitting(turn: Turn, wanted: (event: CalendarEvent) => boolean): Promise<CalendarEvent[]> {
    const range = rangeOf(meant(turn.frame.slots.when), turn.now, turn.timeZone, lookAheadDays);
    const { events } = await this.reads.read(calendarListEvents, { ...range, limit: 250 }, turn);
    return events.filter((event) => event.status !== 'cancelled' && fits(event, turn.frame) && wanted(event));
  }

  /** What was chosen, or what the last answer listed where the words name nothing else. */
  private settled(kind: Listed['kind'], turn: Turn, several = false): Listed[] {
    const { settled, lastResults = [] } = turn.conversation;
    if (settled.target?.kind === kind) return [settled.target];
    const { ordinal, pointsBack } = turn.frame.slots;
    const results = lastResults.filter((one) => one.kind === kind);
    if (results.length === 0 || describes(turn.frame.slots)) return [];
    if (ordinal) return kind === 'message' && ordinal.value < 0 ? [] : [...byOrdinal(results, ordinal.value)];
    if (results.length === 1) return results;
    return pointsBack && several ? results : [];
  }
}

function withoutWhen(turn: Turn): Turn {
  const slots = { ...turn.frame.slots, when: undefined };
  return { ...turn, frame: { ...turn.frame, slots } };
}

/** What was not found is said, with what it might be instead. */
function nearest(kind: 'event' | 'message', near: readonly Listed[], turn: Turn): Ask {
  const said = notFound(kind, turn.frame);
  const options = near.slice(0, mostNear).map((one) => ({ settles: 'target' as const, label: one.label, listed: one }));
  if (options.length > 0) return new Ask(`${said} Is it one of these?`, { frame: turn.frame, options });
  return new Ask(
    `${said} Say its title, for example “${kind === 'event' ? 'the budget review' : 'the mail about the budget'}”.`,
    {
      frame: turn.frame,
      pendingSlot: 'target',
    },
  );
}

const choose = (question: string, events: readonly CalendarEvent[], turn: Turn): Ask =>
  ask(
    question,
    events.map((event) => listedEvent(event, turn.timeZone)),
    turn,
  );

function ask(question: string, listed: readonly Listed[], turn: Turn): Ask {
  const options: Option[] = listed
    .slice(0, mostOptions)
    .map((one) => ({ settles: 'target', label: one.label, listed: one }));
  return new Ask(question, { frame: turn.frame, options });
}
