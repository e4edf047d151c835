import {
  type EventDefinition,
  HubError,
  type MessageDefinition,
  type PayloadOf,
  type ReplyOf,
  type RequestInput,
} from '@switchboard/contracts';
import type { MaybeCaller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import { decodeReply, encodeRequest } from './envelope.ts';
import { type Wire, WireTimeout } from './wire.ts';

/** The only way to another service's code. */
export abstract class Bus {
  /**
   * Asks and waits: at most the message's own time, at most what is left of the caller's.
   * @throws HubError with a code of the message, or `service_unavailable`, `deadline_exceeded`, `internal`.
   */
  abstract request<M extends MessageDefinition>(
    message: M,
    payload: RequestInput<M>,
    caller: MaybeCaller,
  ): Promise<ReplyOf<M>>;
  /** Hands an event to one replica of a listener and waits until it is done with it. Only the outbox calls this. */
  abstract deliver<E extends EventDefinition>(
    event: E,
    listener: string,
    payload: PayloadOf<E>,
    traceId: string,
  ): Promise<void>;
  /** Tells every replica of every listener at once, best effort. Only the outbox calls this. */
  abstract broadcast<E extends EventDefinition>(event: E, payload: PayloadOf<E>, traceId: string): void;
  abstract readonly connected: boolean;
}

export const deliverySubject = (event: EventDefinition, listener: string): string => `${event.subject}.to.${listener}`;

const deliveryTimeoutMs = 10_000;

export class WireBus extends Bus {
  constructor(
    private readonly wire: Wire,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get connected(): boolean {
    return this.wire.connected;
  }

  override async request<M extends MessageDefinition>(
    message: M,
    payload: RequestInput<M>,
    caller: MaybeCaller,
  ): Promise<ReplyOf<M>> {
    const remainingMs = Math.min(message.timeoutMs, caller.deadlineMs - this.clock.monotonicMs());
    if (remainingMs <= 0 || caller.signal.aborted) throw new HubError('deadline_exceeded');
    const { statement, traceId } = caller;
    const sent = encodeRequest({ payload, statement, traceId, remainingMs });
    const reply = decodeReply(await this.send(message.subject, sent, remainingMs));
    return message.reply.parse(reply) as ReplyOf<M>;
  }

  override async deliver<E extends EventDefinition>(
    event: E,
    listener: string,
    payload: PayloadOf<E>,
    traceId: string,
  ): Promise<void> {
    const sent = encodeRequest({ payload, traceId, remainingMs: deliveryTimeoutMs });
    decodeReply(await this.send(deliverySubject(event, listener), sent, deliveryTimeoutMs));
  }

  override broadcast<E extends EventDefinition>(event: E, payload: PayloadOf<E>, traceId: string): void {
    this.wire.publish(event.subject, encodeRequest({ payload, traceId, remainingMs: deliveryTimeoutMs }));
  }

  private async send(subject: string, payload: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    try {
      return await this.wire.request(subject, payload, timeoutMs);
    } catch (error) {
      const code = error instanceof WireTimeout ? 'deadline_exceeded' : 'service_unavailable';
      throw new HubError(code, undefined, code === 'service_unavailable' ? { retryAfterSeconds: 1 } : {}, {
        cause: error,
      });
    }
  }
}
