import * as contracts from '@switchboard/contracts';
import { errorTable, type ErrorCode, HubError, type RouteDefinition } from '@switchboard/contracts';
import type { z } from 'zod';

export interface Asked<R extends RouteDefinition> {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: R extends RouteDefinition<infer _P, infer _Q, infer B> ? z.output<B> : never;
}
type Answer<R extends RouteDefinition> = (asked: Asked<R>) => z.input<R['reply']> | Promise<z.input<R['reply']>>;
type Plain = (asked: Asked<RouteDefinition>) => unknown;
/** The events of a streamed answer. */
type Streamed = (
  asked: Asked<RouteDefinition>,
) => AsyncIterable<contracts.AnswerEvent> | Iterable<contracts.AnswerEvent>;

const isRoute = (value: unknown): value is RouteDefinition =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'route';
const routes = (Object.values(contracts) as unknown[]).filter(isRoute);
const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}));

/** A hub in memory: it takes only requests that fit a declared route, and answers only what fits its reply. */
export class FakeHub {
  readonly requests: { method: string; path: string; body: unknown }[] = [];
  /** Sent with every answer. */
  readonly headers = new Headers();
  private readonly answers = new Map<RouteDefinition, Plain>();
  private readonly streams = new Map<RouteDefinition, Streamed>();

  /** Says what a route answers; throwing a `HubError` answers its problem. */
  on<R extends RouteDefinition>(route: R, answer: Answer<R>): this {
    this.answers.set(route, answer as unknown as Plain);
    return this;
  }

  /** Says which events a route streams. */
  onStream<R extends RouteDefinition>(
    route: R,
    answer: (asked: Asked<R>) => AsyncIterable<contracts.AnswerEvent> | Iterable<contracts.AnswerEvent>,
  ): this {
    this.streams.set(route, answer as unknown as Streamed);
    return this;
  }

  /** What `fetch` would do. */
  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(
      typeof input === 'string' ? input : input instanceof URL ? input.href : input.url,
      'http://hub',
    );
    const method = init.method ?? 'GET';
    const found = patterns.find(({ route, pattern }) => route.method === method && pattern.test(url.pathname));
    if (!found) return problem('not_found', `${method} ${url.pathname}`);
    const { route, pattern } = found;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    this.requests.push({ method, path: url.pathname + url.search, body });
    if (method !== 'GET' && new Headers(init.headers).get('X-Switchboard') !== '1') return problem('origin_refused');
    try {
      const params = Object.fromEntries(
        Object.entries(pattern.exec(url.pathname)?.groups ?? {}).map(([name, value]) => [
          name,
          decodeURIComponent(value),
        ]),
      );
      const asked = {
        params: route.params.parse(params),
        query: route.query.parse(Object.fromEntries(url.searchParams)),
        body: route.body?.parse(body),
      } as Asked<RouteDefinition>;
      const stream = this.streams.get(route);
      if (stream) return eventStream(stream(asked), init.signal ?? undefined);
      const answer = this.answers.get(route);
      if (!answer) return problem('not_found', `No answer for ${method} ${route.path}`);
      return Response.json(route.reply.parse(await answer(asked)), { status: route.status, headers: this.headers });
    } catch (error) {
      return error instanceof HubError
        ? problem(error.code, error.message, error.details)
        : problem('input_invalid', error instanceof Error ? error.message : undefined);
    }
  };
}

function problem(code: ErrorCode, detail?: string, details: contracts.ErrorDetails = {}): Response {
  const [status, title] = errorTable[code];
  const document = {
    type: 'about:blank',
    title,
    status,
    code,
    detail: detail ?? title,
    traceId: 'trace-1',
    ...details,
  };
  return Response.json(document, { status, headers: { 'content-type': 'application/problem+json' } });
}

function eventStream(
  events: AsyncIterable<contracts.AnswerEvent> | Iterable<contracts.AnswerEvent>,
  signal: AbortSignal | undefined,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true });
      for await (const { event, data } of events) {
        if (signal?.aborted) return;
        controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
