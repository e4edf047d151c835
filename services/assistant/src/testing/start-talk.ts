import {
  type CapabilityDefinition,
  createProposal,
  getProposal,
  HubError,
  listActions,
  listConnections,
  type MessagePart,
  readCapability,
  type RequestOf,
} from '@switchboard/contracts';
import { Clock } from '@switchboard/nest-kit';
import { FakeBus } from '@switchboard/testing';
import { TurnsService } from '../chat/turns.service.ts';
import { AccessService } from '../planning/access.service.ts';
import { AnswerService } from '../planning/answer.service.ts';
import { CalendarAnswersService } from '../planning/calendar-answers.service.ts';
import { type Conversation, newConversation } from '../planning/conversation.ts';
import { FileAnswersService } from '../planning/file-answers.service.ts';
import { FreeTimeService } from '../planning/free-time.service.ts';
import { MailAnswersService } from '../planning/mail-answers.service.ts';
import { MessageAnswersService } from '../planning/message-answers.service.ts';
import { PeopleService } from '../planning/people.service.ts';
import { ProposingService } from '../planning/proposing.service.ts';
import { ReachService } from '../planning/reach.service.ts';
import { ReadsService } from '../planning/reads.service.ts';
import { TargetsService } from '../planning/targets.service.ts';
import { TaskAnswersService } from '../planning/task-answers.service.ts';
import { actions, connections } from './accounts.ts';
import { readFrom } from './reads.ts';
import { ada, id, type Input, proposalOf, type World } from './world.ts';

class FixedClock extends Clock {
  constructor(private readonly at: string) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  override monotonicMs(): number {
    return 0;
  }
}

/** A conversation with the planning, on a bus that answers for the other services. */
export class TestTalk {
  readonly bus = new FakeBus('assistant');
  /** What became of the last card, and what its step answered. */
  outcome: { status: string; output: unknown } = { status: 'open', output: undefined };
  private conversation: Conversation = newConversation;
  private readonly turns: TurnsService;

  constructor(world: World = {}) {
    const reads = new ReadsService(this.bus);
    const reaching = new ReachService(this.bus);
    const people = new PeopleService(reads);
    const targets = new TargetsService(reads);
    const proposing = new ProposingService(this.bus);
    const answers = new AnswerService(
      this.bus,
      new AccessService(reaching),
      proposing,
      new CalendarAnswersService(reads, people, targets, proposing),
      new FreeTimeService(reads, people),
      new MailAnswersService(reads, people, targets, proposing),
      new TaskAnswersService(reads, proposing),
      new FileAnswersService(reads),
      new MessageAnswersService(reads, proposing),
    );
    this.turns = new TurnsService(this.bus, new FixedClock(world.now ?? '2026-03-27T09:00:00Z'), answers, reaching);
    this.answerFrom(world);
  }

  /** @returns what is said back, and the plan that was proposed in this turn. */
  async say(text: string, timeZone = 'Europe/London') {
    const before = this.plans().length;
    const parts: MessagePart[] = [];
    const said = { text, timeZone, threadId: id(9) as never };
    this.conversation = await this.turns.take(said, this.conversation, ada, (part) => parts.push(part));
    const words = parts.map((part) => ('text' in part ? part.text : '')).join(' ');
    return { parts, words, plan: this.plans().slice(before)[0] };
  }

  plans(): RequestOf<typeof createProposal>[] {
    return this.bus.requestsOf(createProposal);
  }

  /** The inputs with which one capability was read. */
  readsOf({ name }: Pick<CapabilityDefinition, 'name'>): unknown[] {
    return this.bus.requestsOf(readCapability).flatMap(({ capability, input }) => (capability === name ? [input] : []));
  }

  private answerFrom(world: World): void {
    const { bus } = this;
    bus.answer(listActions, { items: actions(world) as never });
    bus.answer(listConnections, { items: connections(world) as never });
    bus.answer(readCapability, ({ capability, input, connectionId }) => {
      if (world.ambiguous && !connectionId)
        throw new HubError('connection_ambiguous', undefined, { choices: accounts });
      const output = readFrom(world, capability, input as Input);
      const ran = {
        runId: id(7),
        connectionId: connectionId ?? id(1),
        action: 'google.any',
        account: 'ada@home.example',
        durationMs: 1,
      };
      return { ...ran, output } as never;
    });
    const number = (): number => this.plans().length;
    bus.answer(createProposal, ({ steps }) => {
      this.outcome = { status: 'open', output: undefined };
      return proposalOf(steps, { number: number(), ...this.outcome });
    });
    bus.answer(getProposal, () => proposalOf(this.plans().at(-1)?.steps ?? [], { number: number(), ...this.outcome }));
  }
}

const accounts = [
  { id: id(1), label: 'ada@home.example' },
  { id: id(2), label: 'ada@work.example' },
];
