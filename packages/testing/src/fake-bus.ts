import {
  type commonErrors,
  type ErrorDetails,
  type EventDefinition,
  HubError,
  type MessageDefinition,
  type ReplyInput,
  type ReplyOf,
  type RequestInput,
  type RequestOf,
  type ServiceName,
} from '@switchboard/contracts';
import { Bus, type MaybeCaller, parseInput, requirePermission } from '@switchboard/nest-kit';

type CodeOf<M extends MessageDefinition> = M['errors'][number] | (typeof commonErrors)[number];
type Answer<M extends MessageDefinition> =
  ReplyInput<M> | ((request: RequestOf<M>, caller: MaybeCaller) => ReplyInput<M> | Promise<ReplyInput<M>>);

/** One request that was sent. */
export interface Sent {
  readonly subject: string;
  readonly payload: unknown;
  readonly caller: MaybeCaller;
}

/**
 * A bus for specs. It checks what the real one checks (sender, permission, request, reply) and takes only errors the message
 * declares, so a fake cannot drift from the service.
 */
export class FakeBus extends Bus {
  connected = true;
  readonly sent: Sent[] = [];
  private readonly answers = new Map<string, (request: unknown, caller: MaybeCaller) => unknown>();

  constructor(private readonly service: ServiceName) {
    super();
  }

  /** The message's reply from now on, or what makes it from the request. */
  answer<M extends MessageDefinition>(message: M, answer: Answer<M>): void {
    const make = typeof answer === 'function' ? answer : () => answer;
    this.answers.set(message.subject, make as (request: unknown, caller: MaybeCaller) => unknown);
  }

  /** The message fails from now on. */
  fail<M extends MessageDefinition>(message: M, code: CodeOf<M>, text?: string, details?: ErrorDetails): void {
    this.answers.set(message.subject, () => {
      throw new HubError(code, text, details);
    });
  }

  /** What was asked of one message. */
  requestsOf<M extends MessageDefinition>(message: M): RequestOf<M>[] {
    return this.sent.filter(({ subject }) => subject === message.subject).map(({ payload }) => payload as RequestOf<M>);
  }

  override async request<M extends MessageDefinition>(
    message: M,
    payload: RequestInput<M>,
    caller: MaybeCaller,
  ): Promise<ReplyOf<M>> {
    if (!message.callers.includes(this.service)) throw new Error(`${this.service} may not send ${message.subject}`);
    if (!this.connected) throw new HubError('service_unavailable');
    requirePermission(message, caller);
    const request = parseInput(message.request, JSON.parse(JSON.stringify(payload)) as unknown);
    this.sent.push({ subject: message.subject, payload: request, caller });
    const answer = this.answers.get(message.subject);
    if (!answer) throw new Error(`the spec gives no answer for ${message.subject}`);
    return message.reply.parse(await answer(request, caller)) as ReplyOf<M>;
  }

  override deliver(event: EventDefinition): Promise<void> {
    return Promise.reject(new Error(`nobody takes ${event.subject} on a fake bus`));
  }

  override broadcast(): void {
    throw new Error('a fake bus tells nobody');
  }
}
