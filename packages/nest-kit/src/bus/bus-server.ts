import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { HubError } from '@switchboard/contracts';
import { lastValueFrom } from 'rxjs';
import type { MaybeCaller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { StatementVerifier } from '../statement.ts';
import { decodeRequest, encodeError, encodeReply, toWireError } from './envelope.ts';
import type { Incoming } from './handle-message.ts';
import type { Wire } from './wire.ts';

export interface BusServerOptions {
  readonly service: string;
  readonly wire: Wire;
  readonly verifier: StatementVerifier;
  readonly clock: Clock;
  readonly log: Log;
}

/** Nest's handlers on a {@link Wire}: checks the caller's statement, keeps the deadline, turns errors into codes. */
export class BusServer extends Server implements CustomTransportStrategy {
  constructor(private readonly options: BusServerOptions) {
    super();
  }

  listen(callback: () => void): void {
    const { wire, service } = this.options;
    for (const [subject, handler] of this.messageHandlers) {
      if (handler.isEventHandler) wire.subscribe(subject, (payload) => void this.answer(subject, handler, payload));
      else wire.serve(subject, service, (payload) => this.answer(subject, handler, payload));
    }
    callback();
  }

  close(): Promise<void> {
    return this.options.wire.close();
  }

  on(): void {
    throw new Error('the bus server tells nothing of its transport');
  }

  unwrap<T>(): T {
    return this.options.wire as T;
  }

  private async answer(subject: string, handler: MessageHandler, payload: Uint8Array): Promise<Uint8Array> {
    const { log, clock } = this.options;
    const started = clock.monotonicMs();
    let traceId = '';
    try {
      const envelope = decodeRequest(payload);
      traceId = envelope.traceId;
      const caller = this.callerOf(envelope, started);
      const incoming: Incoming = { payload: envelope.payload, caller };
      return encodeReply(await this.settle(handler, incoming));
    } catch (error) {
      if (!(error instanceof HubError)) log.error({ subject, traceId, err: error }, 'a handler failed');
      return encodeError(toWireError(error));
    }
  }

  private callerOf(envelope: ReturnType<typeof decodeRequest>, started: number): MaybeCaller {
    const { statement, traceId, remainingMs } = envelope;
    const trace = { traceId, deadlineMs: started + remainingMs, signal: AbortSignal.timeout(Math.ceil(remainingMs)) };
    return statement === undefined ? trace : { ...trace, statement, claims: this.options.verifier.verify(statement) };
  }

  private async settle(handler: MessageHandler, incoming: Incoming): Promise<unknown> {
    const produced: unknown = await handler(incoming, undefined);
    return lastValueFrom(this.transformToObservable(produced));
  }
}
