import {
  getMe,
  getProposal,
  type MessagePart,
  type ProposalId,
  type RequestOf,
  type ThreadId,
} from '@switchboard/contracts';
import { Bus, type Caller, Clock } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { AnswerService } from '../planning/answer.service.ts';
import { type Conversation, type Listed, type Option, type Settled, withNamed } from '../planning/conversation.ts';
import { bookingOf } from '../planning/free-time.service.ts';
import { placesOf, ReachService } from '../planning/reach.service.ts';
import type { Turn } from '../planning/turn.ts';
import { type Frame, type Slots, understand, type Understanding } from '../understanding/index.ts';

export interface Said {
  readonly text: string;
  readonly timeZone?: string;
  readonly threadId: ThreadId;
}

/** One message through understanding and planning: parts out, and what the thread remembers. */
@Injectable()
export class TurnsService {
  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly answers: AnswerService,
    private readonly reaching: ReachService,
  ) {}

  async take(
    said: Said,
    before: Conversation,
    caller: Caller,
    say: (part: MessagePart) => void,
  ): Promise<Conversation> {
    const timeZone = said.timeZone ?? (await this.bus.request(getMe, {} as RequestOf<typeof getMe>, caller)).timeZone;
    const now = this.clock.now();
    const conversation = withNamed(before, said.text);
    // Small talk goes on where this is not known; whatever needs it asks again and says why not.
    const reach = await this.reaching.of(caller).catch(() => undefined);
    const places = reach && placesOf(reach);
    const alone = understand(said.text, { now: now.toISOString(), timeZone, places });
    const openFrame = await this.openFrame(conversation, alone, caller);
    const understood = understand(said.text, {
      now: now.toISOString(),
      timeZone,
      places,
      openFrame,
      pendingSlot: openFrame && conversation.pendingSlot,
      choices: conversation.options,
      lastResults: conversation.lastResults,
    });
    const picked = pickedOf(understood, conversation) ?? pointedAt(said.text, alone, openFrame, conversation);
    const settled = picked ? { people: {}, target: picked } : settledAfter(understood, conversation);
    const frame = picked
      ? frameFor(picked, alone, said.text)
      : frameOf(understood, { ...conversation, frame: openFrame }, timeZone);
    const turn: Turn = {
      text: said.text,
      threadId: said.threadId,
      caller,
      timeZone,
      now,
      understood,
      frame,
      conversation: { ...conversation, settled },
      reach,
      say,
      outside: { read: false, named: [], own: [] },
    };
    const kept = await this.answers.answer(turn);
    return {
      settled: kept.frame ? (kept.settled ?? settled) : { people: {} },
      lastResults: kept.lastResults ?? conversation.lastResults,
      frame: kept.frame,
      proposalId: kept.proposalId,
      pendingSlot: kept.pendingSlot,
      options: kept.options,
      named: conversation.named,
    };
  }

  /** The frame that words may still change: not that of a card which ran, but for an event that was made and can be changed. */
  private async openFrame(
    { frame, proposalId }: Conversation,
    alone: Understanding,
    caller: Caller,
  ): Promise<Frame | undefined> {
    if (!frame || !proposalId) return frame;
    const request = { proposalId: proposalId as ProposalId };
    const proposal = await this.bus.request(getProposal, request, caller).catch(() => undefined);
    if (!proposal || !['running', 'succeeded', 'outcome_unknown', 'undoing'].includes(proposal.status)) return frame;
    const changeable = changesEvent.test(frame.intent) && proposal.status === 'succeeded' && !alone.slots.target;
    return changeable ? frame : undefined;
  }
}

const changesEvent = /^calendar\.(?:create|update|move)$/;

/** What "the second one" means of what a look-up listed, when nothing else is open. */
function pickedOf({ followUp, merged, choice }: Understanding, { options, lastResults }: Conversation) {
  return followUp === 'choose' && !merged && !options ? lastResults?.[choice ?? -1] : undefined;
}

/** "Cancel it" and its like, said of the one thing that was listed or shown last. */
function pointedAt(
  text: string,
  { intent }: Understanding,
  open: Frame | undefined,
  { lastResults = [] }: Conversation,
): Listed | undefined {
  const vague = intent === 'chitchat' || intent === 'out_of_scope';
  return vague && !open && lastResults.length === 1 && (ending.test(text) || opening.test(text))
    ? lastResults[0]
    : undefined;
}

const opening = /^\W*(?:please\s)?(?:open|read|show)\b/iu;
const ending = /^\W*(?:please\s)?(?:cancel|delete|remove|bin|trash)\b/iu;

/** What to do with something picked from a list: what the words say, else show it. */
function frameFor({ kind, label }: Listed, { intent, slots }: Understanding, text: string): Frame {
  if (kind === 'task') return taskFrame(label, intent, text);
  if (ending.test(text)) return { intent: kind === 'message' ? 'mail.trash' : 'calendar.cancel', slots: {} };
  const verbs = kind === 'message' ? /^mail\.(?!send|draft|search)/ : /^calendar\.(?:move|update|cancel|respond)/;
  if (verbs.test(intent)) return { intent, slots: { ...slots, target: undefined, ordinal: undefined } };
  return { intent: kind === 'message' ? 'mail.read' : 'calendar.list', slots: {} };
}

function taskFrame(label: string, intent: Frame['intent'], text: string): Frame {
  if (ending.test(text)) return { intent: 'tasks.delete', slots: {} };
  if (intent === 'tasks.complete' || intent === 'tasks.delete') return { intent, slots: {} };
  return { intent: 'tasks.list', slots: { query: { value: label, span: { start: 0, end: 0 }, text: label, sure: 1 } } };
}

/** A choice, an answer or an edit goes on with the open frame; anything else begins anew. */
function frameOf(understood: Understanding, { frame, options }: Conversation, timeZone: string): Frame {
  const option = understood.followUp === 'choose' ? options?.[understood.choice ?? -1] : undefined;
  if (frame && option?.settles === 'slot') return bookingOf(option, frame, timeZone);
  if (understood.merged) return frame ? keepHalf(frame, keepDay(frame, understood)) : understood.merged;
  if (frame && ['choose', 'confirm', 'reject'].includes(understood.followUp ?? '')) return frame;
  return { intent: understood.intent, slots: understood.slots };
}

/** "At what time?" is answered with a time of the day that was said. */
function keepDay({ slots: { when: before } }: Frame, { followUp, merged }: Understanding): Frame {
  const frame = merged as Frame;
  const { when } = frame.slots;
  const day = before?.value;
  if (followUp !== 'answer' || !when?.value.dateGuessed || !day?.allDay || !day.start || !when.value.start)
    return frame;
  const start = `${day.start}${when.value.start.slice(10)}`;
  const value = { ...when.value, start, startAt: undefined, end: undefined, endAt: undefined, dateGuessed: undefined };
  return { ...frame, slots: { ...frame.slots, when: { ...when, value } } };
}

/** "Make it 9" of what was in the evening means the evening, "make it 8:30" of what was in the morning the morning. */
function keepHalf({ slots: { when: before, newWhen: moved } }: Frame, frame: Frame): Frame {
  const { when, newWhen } = frame.slots;
  const slots = { ...frame.slots, when: inHalfOf(before, when), newWhen: inHalfOf(moved ?? before, newWhen) };
  return slots.when === when && slots.newWhen === newWhen ? frame : { ...frame, slots };
}

function inHalfOf(before: Slots['when'], said: Slots['when']): Slots['when'] {
  const start = said?.value.start;
  const hour = Number(start?.slice(11, 13));
  const was = Number(before?.value.start?.slice(11, 13));
  if (!start || said === before || !said.value.halfDayGuessed || before?.value.start?.length === 10) return said;
  const kept = was >= 12 && hour < 12 ? hour + 12 : was < 12 && hour >= 19 ? hour - 12 : hour;
  if (kept === hour) return said;
  const at = `${start.slice(0, 11)}${String(kept).padStart(2, '0')}${start.slice(13)}`;
  const value = { ...said.value, start: at, startAt: undefined, end: undefined, endAt: undefined };
  return { ...said, value };
}

function settledAfter(understood: Understanding, { settled, options }: Conversation): Settled {
  const option = understood.followUp === 'choose' ? options?.[understood.choice ?? -1] : undefined;
  if (option) return settle(settled, option);
  return understood.followUp ? settled : { people: {}, connectionId: undefined };
}

function settle(settled: Settled, option: Option): Settled {
  if (option.settles === 'account') return { ...settled, connectionId: option.connectionId };
  if (option.settles === 'slot') return settled;
  if (option.settles === 'target') return { ...settled, target: option.listed };
  const person = { email: option.email, name: option.name };
  return { ...settled, people: { ...settled.people, [option.mention]: person } };
}
