import type { StreamDefinition } from '@switchboard/contracts';
import {
  type Caller,
  mayOpen,
  parseInput,
  requirePermission,
  type StreamAnswer,
  type StreamHandler,
  type StreamRequest,
  Streams,
} from '@switchboard/nest-kit';

/** Streams for specs, with the checks of the real ones; the spec's own handlers answer. */
export class FakeStreams extends Streams {
  readonly opened: StreamRequest[] = [];
  private readonly handlers = new Map<string, StreamHandler>();

  constructor(private readonly service: string) {
    super();
  }

  answer<S extends StreamDefinition>(stream: S, handler: StreamHandler<S>): void {
    this.handlers.set(stream.subject, handler as unknown as StreamHandler);
  }

  override async open<S extends StreamDefinition>(
    stream: S,
    request: StreamRequest<S>,
    caller: Caller,
  ): Promise<StreamAnswer> {
    if (!mayOpen(stream, this.service)) throw new Error(`${this.service} may not open ${stream.subject}`);
    requirePermission(stream, caller);
    const parameters = parseInput(stream.parameters, request.parameters);
    this.opened.push(request as unknown as StreamRequest);
    const handler = this.handlers.get(stream.subject);
    if (!handler) throw new Error(`the spec gives no answer for ${stream.subject}`);
    return handler({ ...request, parameters } as StreamRequest, caller);
  }
}
