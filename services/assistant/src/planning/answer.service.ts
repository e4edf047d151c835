import { HubError, rejectProposal, type ProposalId } from '@switchboard/contracts';
import { Bus } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { Frame, Intent } from '../understanding/index.ts';
import { AccessService } from './access.service.ts';
import { CalendarAnswersService } from './calendar-answers.service.ts';
import type { Listed } from './conversation.ts';
import { FileAnswersService } from './file-answers.service.ts';
import { FreeTimeService } from './free-time.service.ts';
import { MailAnswersService } from './mail-answers.service.ts';
import { MessageAnswersService } from './message-answers.service.ts';
import { asksUndo, editOfDone, pointAtUndo } from './done.ts';
import { ProposingService } from './proposing.service.ts';
import { accountQuestion, questionFor } from './questions.ts';
import { examples, smallTalk } from './small-talk.ts';
import { TaskAnswersService } from './task-answers.service.ts';
import { Ask, type Kept, saySuggestions, sayText, type Turn } from './turn.ts';

interface Answering {
  /** What some account must be able to do, checked before anything is asked. */
  readonly capability: string;
  readonly run: (turn: Turn) => Promise<Kept>;
}

/** From what was understood to what is answered: one entry for each intent. */
@Injectable()
export class AnswerService {
  private readonly answers: Partial<Record<Intent, Answering>>;

  constructor(
    private readonly bus: Bus,
    private readonly access: AccessService,
    private readonly proposing: ProposingService,
    calendar: CalendarAnswersService,
    freeTime: FreeTimeService,
    mail: MailAnswersService,
    tasks: TaskAnswersService,
    files: FileAnswersService,
    messages: MessageAnswersService,
  ) {
    const file = (turn: Turn) => mail.file(turn);
    this.answers = {
      'calendar.create': { capability: 'calendar.create_event', run: (turn) => calendar.create(turn) },
      'calendar.update': { capability: 'calendar.update_event', run: (turn) => calendar.update(turn) },
      'calendar.move': { capability: 'calendar.update_event', run: (turn) => calendar.move(turn) },
      'calendar.cancel': { capability: 'calendar.cancel_event', run: (turn) => calendar.cancel(turn) },
      'calendar.respond': { capability: 'calendar.respond', run: (turn) => calendar.respond(turn) },
      'calendar.list': { capability: 'calendar.list_events', run: (turn) => calendar.list(turn) },
      'calendar.search': { capability: 'calendar.list_events', run: (turn) => calendar.list(turn) },
      'calendar.free': { capability: 'calendar.find_free_time', run: (turn) => freeTime.find(turn) },
      'mail.send': { capability: 'mail.send', run: (turn) => mail.send(turn) },
      'mail.draft': { capability: 'mail.draft', run: (turn) => mail.draft(turn) },
      'mail.reply': { capability: 'mail.reply', run: (turn) => mail.reply(turn) },
      'mail.forward': { capability: 'mail.forward', run: (turn) => mail.forward(turn) },
      'mail.search': { capability: 'mail.search', run: (turn) => mail.search(turn) },
      'mail.read': { capability: 'mail.read', run: (turn) => mail.read(turn) },
      'mail.summarise_senders': { capability: 'mail.search', run: (turn) => mail.summariseSenders(turn) },
      'mail.label': { capability: 'mail.label', run: file },
      'mail.archive': { capability: 'mail.archive', run: file },
      'mail.trash': { capability: 'mail.trash', run: file },
      'mail.restore': { capability: 'mail.restore', run: file },
      'tasks.list': { capability: 'tasks.search', run: (turn) => tasks.show(turn) },
      'tasks.create': { capability: 'tasks.create', run: (turn) => tasks.create(turn) },
      'tasks.complete': { capability: 'tasks.complete', run: (turn) => tasks.end(turn) },
      'tasks.delete': { capability: 'tasks.delete', run: (turn) => tasks.end(turn) },
      'files.search': { capability: 'files.search', run: (turn) => files.search(turn) },
      'files.list': { capability: 'files.list', run: (turn) => files.show(turn) },
      'messages.send': { capability: 'messages.send', run: (turn) => messages.send(turn) },
      'messages.list': { capability: 'messages.list_chats', run: (turn) => messages.show(turn) },
    };
  }

  /** Says its parts as they are known. @returns what to remember. */
  async answer(said: Turn): Promise<Kept> {
    let turn = said;
    try {
      turn = await this.access.at(said, this.answers[said.frame.intent]?.capability);
      return { settled: turn.conversation.settled, ...(await this.settle(turn)) };
    } catch (error) {
      const question = error instanceof Ask ? error : accountQuestion(error, turn);
      if (question) return this.ask(question, turn);
      if (this.access.offerFor(error, turn)) return { frame: turn.frame };
      if (error instanceof HubError && error.code !== 'internal') {
        turn.say({ kind: 'problem', code: error.code, text: sentence(error) });
        return { frame: turn.frame };
      }
      throw error;
    }
  }

  private async settle(said: Turn): Promise<Kept> {
    const turn = { ...said, frame: starred(splitMove(said.frame), said.text) };
    if (asksUndo(turn.text)) return pointAtUndo(turn, await this.proposing.last(turn));
    const { followUp } = turn.understood;
    if (followUp === 'confirm' || followUp === 'reject') return this.decide(followUp, turn);
    const again = followUp === 'edit' ? editOfDone(turn, await this.proposing.last(turn)) : undefined;
    if (again) return this.settle(again);
    const answering = this.answers[turn.frame.intent];
    if (!answering) return this.talk(turn);
    const impossible = turn.frame.slots.when?.value.impossible ?? turn.frame.slots.newWhen?.value.impossible;
    if (impossible)
      throw new Ask(`There is no such time as “${impossible}”. When do you mean?`, {
        frame: turn.frame,
        pendingSlot: 'when',
      });
    if (!(await this.access.check(answering.capability, turn))) return { frame: turn.frame };
    const missing = turn.understood.missing.find(
      (slot) =>
        !turn.frame.slots[slot] &&
        (slot !== 'target' || !(turn.frame.intent.startsWith('calendar.') || pointsAtSomething(turn))),
    );
    if (missing) throw new Ask(questionFor(missing, turn.frame.intent), { frame: turn.frame, pendingSlot: missing });
    return answering.run(turn);
  }

  private ask({ question, kept }: Ask, turn: Turn): Kept {
    sayText(turn, question);
    const choices = kept.options?.map(({ label }, at) => ({ id: String(at + 1), label }));
    if (choices) turn.say({ kind: 'choices', slot: kept.options?.[0]?.settles ?? '', choices });
    return { proposalId: turn.conversation.proposalId, settled: turn.conversation.settled, ...kept };
  }

  /** A typed yes decides nothing: the card does (P-3). A typed no closes it. */
  private async decide(followUp: 'confirm' | 'reject', turn: Turn): Promise<Kept> {
    const card = await this.proposing.open(turn);
    const { options } = turn.conversation;
    if (!card && options && followUp === 'confirm')
      return this.ask(new Ask('Which one?', { frame: turn.frame, options }), turn);
    if (!card) {
      sayText(turn, options ? 'All right, nothing was done.' : 'Nothing is waiting for your answer.');
      return {};
    }
    if (followUp === 'confirm') {
      sayText(turn, 'Press Approve on the card, so that exactly what it shows is done.');
      return { frame: turn.frame, proposalId: card.id };
    }
    await this.bus.request(rejectProposal, { proposalId: card.id as ProposalId }, turn.caller);
    sayText(turn, 'Dropped. Nothing was done.');
    return {};
  }

  private talk(turn: Turn): Promise<Kept> {
    sayText(turn, smallTalk(turn.understood));
    saySuggestions(turn, examples);
    const { frame, proposalId, lastResults } = turn.conversation;
    return Promise.resolve({ frame, proposalId, lastResults });
  }
}

function sentence({ message, details }: HubError): string {
  const [field] = details.errors ?? [];
  return field ? `${message} ${field.path.replaceAll('/', ' ').trim()}: ${field.message}` : message;
}

/** "Move my 3pm to 4pm" reads like a stretch; it is a place in the day and another one. */
function splitMove(frame: Frame): Frame {
  const { when, newWhen, shiftMinutes } = frame.slots;
  const { start, end, startAt, endAt, ...rest } = when?.value ?? {};
  if (frame.intent !== 'calendar.move' || !when || newWhen || shiftMinutes || !start || !end) return frame;
  if (when.value.allDay || when.value.window) return frame;
  const at = (from: string, instant?: string) => ({
    ...when,
    value: { ...when.value, ...rest, start: from, startAt: instant, end: undefined, endAt: undefined },
  });
  return { ...frame, slots: { ...frame.slots, when: at(start, startAt), newWhen: at(end, endAt) } };
}

/** "Star the mail" names its label by the verb. */
function starred(frame: Frame, text: string): Frame {
  if (frame.intent !== 'mail.label' || frame.slots.label || !/^\W*(?:please\s)?star\b/iu.test(text)) return frame;
  const label = { value: 'starred', span: { start: 0, end: 4 }, text: 'star', sure: 0.9 };
  return { ...frame, slots: { ...frame.slots, label } };
}

/** What was chosen or listed last stands in for a name, for whatever is done to it. */
const pointsAtSomething = ({ conversation: { settled, lastResults = [] }, frame: { intent } }: Turn): boolean =>
  settled.target !== undefined ||
  intent === 'calendar.respond' ||
  lastResults.filter(({ kind }) => kind === kindOf(intent)).length === 1;

const kindOf = (intent: Intent): Listed['kind'] =>
  intent.startsWith('tasks.') ? 'task' : intent.startsWith('mail.') ? 'message' : 'event';
