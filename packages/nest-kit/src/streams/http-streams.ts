import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream/promises';
import { ErrorDetails, HubError, type StreamDefinition, WireError } from '@switchboard/contracts';
import { toWireError } from '../bus/envelope.ts';
import type { Caller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { parseInput } from '../parse-input.ts';
import { requirePermission } from '../permission.ts';
import type { StatementVerifier } from '../statement.ts';
import {
  mayOpen,
  type StreamAnswer,
  type StreamHandler,
  StreamHost,
  type StreamHeaders,
  type StreamRequest,
  Streams,
} from './streams.ts';

const header = {
  statement: 'x-swb-statement',
  trace: 'x-swb-trace',
  remaining: 'x-swb-remaining-ms',
  parameters: 'x-swb-parameters',
  caller: 'x-swb-service',
  secret: 'x-swb-secret',
  error: 'x-swb-error',
  body: 'x-swb-body',
} as const;
const inner = new Set<string>(Object.values(header));
const errorStatus = 599;

export interface HttpStreamsOptions {
  /** Shared by the services of one hub; a caller without it is not one of them. */
  readonly secret: string;
  readonly verifier: StatementVerifier;
  readonly clock: Clock;
  readonly log: Log;
}

/** Answers streams over HTTP inside, on an address that only the hub's services reach. */
export class HttpStreamHost extends StreamHost {
  private readonly handlers = new Map<string, { stream: StreamDefinition; handler: StreamHandler }>();
  private readonly server: Server;

  constructor(private readonly options: HttpStreamsOptions) {
    super();
    this.server = createServer({ requestTimeout: 0 }, (request, response) => void this.answer(request, response));
  }

  override handle<S extends StreamDefinition>(stream: S, handler: StreamHandler<S>): void {
    this.handlers.set(stream.subject, { stream, handler: handler as unknown as StreamHandler });
  }

  listen(port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => this.server.once('error', reject).listen(port, host, resolve));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
      setTimeout(() => this.server.closeAllConnections(), 5_000).unref();
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { status, headers, body } = await this.run(request, response);
      response.writeHead(status, headers as Record<string, string>);
      // Bytes that are there already leave with the head; a stream that has nothing to say yet still answers.
      if (body) setImmediate(() => response.flushHeaders());
      if (body) await pipeline(body, response);
      else response.end();
    } catch (error) {
      if (!(error instanceof HubError)) this.options.log.error({ err: error, url: request.url }, 'a stream failed');
      if (response.headersSent) return void response.destroy();
      response.writeHead(errorStatus, { [header.error]: encodeURIComponent(JSON.stringify(toWireError(error))) }).end();
    }
  }

  private async run(request: IncomingMessage, response: ServerResponse): Promise<StreamAnswer> {
    const { verifier, clock, secret } = this.options;
    const read = (name: string): string => String(request.headers[name] ?? '');
    const known = this.handlers.get((request.url ?? '').slice(1));
    if (read(header.secret) !== secret) throw new HubError('not_permitted');
    if (!known || !mayOpen(known.stream, read(header.caller))) throw new HubError('not_permitted');
    const stopped = new AbortController();
    response.once('close', () => (response.writableFinished ? undefined : stopped.abort()));
    const statement = read(header.statement);
    const deadlineMs = clock.monotonicMs() + Number(read(header.remaining));
    const caller: Caller = {
      claims: verifier.verify(statement),
      statement,
      traceId: read(header.trace),
      deadlineMs,
      signal: stopped.signal,
    };
    requirePermission(known.stream, caller);
    const parameters = parseInput(known.stream.parameters, JSON.parse(decodeURIComponent(read(header.parameters))));
    return known.handler(
      { parameters, headers: outer(request.headers as StreamHeaders), body: read(header.body) ? request : undefined },
      caller,
    );
  }
}

/** Opens streams at the services' inner addresses. */
export class HttpStreams extends Streams {
  constructor(
    private readonly service: string,
    /** The inner origin of each service, for example `http://10.0.0.5:3101`. */
    private readonly origins: Readonly<Record<string, string>>,
    private readonly options: Pick<HttpStreamsOptions, 'secret' | 'clock'>,
  ) {
    super();
  }

  override open<S extends StreamDefinition>(stream: S, sent: StreamRequest<S>, caller: Caller): Promise<StreamAnswer> {
    const origin = this.origins[stream.subject.split('.')[0] ?? ''];
    const unavailable = (cause: unknown) =>
      new HubError('service_unavailable', undefined, { retryAfterSeconds: 1 }, { cause });
    if (!origin) return Promise.reject(unavailable(stream.subject));
    const headers = {
      ...sent.headers,
      [header.secret]: this.options.secret,
      [header.caller]: this.service,
      ...(sent.body ? { [header.body]: '1' } : {}),
      [header.statement]: caller.statement,
      [header.trace]: caller.traceId,
      [header.remaining]: String(Math.max(1, caller.deadlineMs - this.options.clock.monotonicMs())),
      [header.parameters]: encodeURIComponent(JSON.stringify(sent.parameters)),
    };
    return new Promise((resolve, reject) => {
      const request = httpRequest(new URL(`/${stream.subject}`, origin), {
        method: 'POST',
        headers,
        signal: caller.signal,
      });
      request.once('error', (error) => reject(unavailable(error)));
      request.once('response', (response) => {
        const status = response.statusCode ?? 500;
        if (status === errorStatus) {
          response.resume();
          return reject(readError(response));
        }
        resolve({ status, headers: outer(response.headers as StreamHeaders), body: response });
      });
      if (sent.body) pipeline(sent.body, request).catch((error: unknown) => request.destroy(error as Error));
      else request.end();
    });
  }
}

const outer = (headers: StreamHeaders): StreamHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !inner.has(name)));

function readError(response: IncomingMessage): HubError {
  const parsed = WireError.safeParse(
    JSON.parse(decodeURIComponent(String(response.headers[header.error] ?? '%7B%7D'))),
  );
  if (!parsed.success) return new HubError('internal');
  return new HubError(parsed.data.code, parsed.data.message, ErrorDetails.parse(parsed.data.details));
}
