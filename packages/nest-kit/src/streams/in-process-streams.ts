import { HubError, type StreamDefinition } from '@switchboard/contracts';
import type { Caller } from '../caller.ts';
import { parseInput } from '../parse-input.ts';
import { requirePermission } from '../permission.ts';
import type { StatementVerifier } from '../statement.ts';
import { mayOpen, type StreamAnswer, type StreamHandler, StreamHost, type StreamRequest, Streams } from './streams.ts';

/** The streams of one process; checks are those of the HTTP form. */
export class InProcessStreams extends StreamHost {
  private readonly handlers = new Map<string, StreamHandler>();

  constructor(private readonly verifier: StatementVerifier) {
    super();
  }

  override handle<S extends StreamDefinition>(stream: S, handler: StreamHandler<S>): void {
    this.handlers.set(stream.subject, handler as unknown as StreamHandler);
  }

  /** What `service` opens streams with. */
  clientOf(service: string): Streams {
    return new InProcessStreamsClient(service, this.handlers, this.verifier);
  }
}

class InProcessStreamsClient extends Streams {
  constructor(
    private readonly service: string,
    private readonly handlers: ReadonlyMap<string, StreamHandler>,
    private readonly verifier: StatementVerifier,
  ) {
    super();
  }

  override async open<S extends StreamDefinition>(
    stream: S,
    request: StreamRequest<S>,
    caller: Caller,
  ): Promise<StreamAnswer> {
    const handler = this.handlers.get(stream.subject);
    if (!mayOpen(stream, this.service)) throw new HubError('not_permitted');
    if (!handler) throw new HubError('service_unavailable', undefined, { retryAfterSeconds: 1 });
    const checked: Caller = { ...caller, claims: this.verifier.verify(caller.statement) };
    requirePermission(stream, checked);
    const parameters = parseInput(stream.parameters, request.parameters);
    return handler({ ...request, parameters }, checked);
  }
}
