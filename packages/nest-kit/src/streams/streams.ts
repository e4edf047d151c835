import type { Readable } from 'node:stream';
import type { ParametersOf, StreamDefinition } from '@switchboard/contracts';
import type { Caller } from '../caller.ts';

export type StreamHeaders = Readonly<Record<string, string | string[]>>;

export interface StreamRequest<S extends StreamDefinition = StreamDefinition> {
  readonly parameters: ParametersOf<S>;
  readonly headers: StreamHeaders;
  readonly body?: Readable;
}

export interface StreamAnswer {
  readonly status: number;
  readonly headers: StreamHeaders;
  readonly body?: Readable;
}

export type StreamHandler<S extends StreamDefinition = StreamDefinition> = (
  request: StreamRequest<S>,
  caller: Caller,
) => Promise<StreamAnswer>;

/** The way bytes travel between services: by HTTP inside, or by a direct call where all services share a process. */
export abstract class Streams {
  /** @throws HubError with a code of the stream, or `service_unavailable`. */
  abstract open<S extends StreamDefinition>(
    stream: S,
    request: StreamRequest<S>,
    caller: Caller,
  ): Promise<StreamAnswer>;
}

/** Where a service says which streams it answers. */
export abstract class StreamHost {
  abstract handle<S extends StreamDefinition>(stream: S, handler: StreamHandler<S>): void;
}

/** True where `service` may open the stream; the twin of the NATS permissions. */
export const mayOpen = (stream: StreamDefinition, service: string): boolean =>
  (stream.callers as readonly string[]).includes(service);
