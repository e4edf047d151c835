import type { BodyOf, ParamsOf, QueryOf, RouteDefinition } from '@switchboard/contracts';
import { HubError } from '@switchboard/contracts';
import { Req, RequestMapping, RequestMethod, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { MaybeCaller } from '../caller.ts';
import { parseInput } from '../parse-input.ts';
import { requirePermission } from '../permission.ts';
import { sendStreamed, Streamed } from './send-streamed.ts';

export interface RouteInput<R extends RouteDefinition> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
}

/** The raw request and reply, for cookies and streams; answers are returned, never sent by hand. */
export interface Http {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Declared as a method so that a handler may ask for a caller or, on a public route, for nobody in particular. */
type Handler<R extends RouteDefinition> = {
  handle(
    input: RouteInput<R>,
    caller: MaybeCaller,
    http: Http,
  ): Promise<z.input<R['reply']> | Streamed> | z.input<R['reply']> | Streamed;
}['handle'];

const served = new Map<RouteDefinition, string>();
/** Every route that has a handler, with the handler's name. */
export const servedRoutes: ReadonlyMap<RouteDefinition, string> = served;

/**
 * Serves a declared route: parses path, query and body strictly (G-8), checks permission and freshness, and answers only
 * what the declaration lists.
 */
export function HandleRoute<R extends RouteDefinition>(route: R) {
  const parse = parserOf(route);
  return <H extends Handler<R>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    const handler = descriptor.value as H;
    const wrapped = async function (this: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
      const { caller } = request.hub;
      requirePermission(route, caller);
      const answer = await handler.call(this, parse(request), caller, { request, reply });
      if (answer instanceof Streamed) return sendStreamed(reply, answer);
      reply.code(route.status).send(route.reply.parse(answer));
    };
    descriptor.value = wrapped as unknown as H;
    served.set(route, `${target.constructor.name}.${String(key)}`);
    RequestMapping({ path: route.path, method: RequestMethod[route.method] })(target, key, descriptor);
    RouteConfig({ hub: route })(target, key, descriptor);
    Req()(target, key, 0);
    Res()(target, key, 1);
  };
}

function parserOf<R extends RouteDefinition>(route: R): (request: FastifyRequest) => RouteInput<R> {
  const params = route.params.strict();
  const query = route.query.strict();
  const body = strictly(route.body);
  const takesBytes = route.streams === 'request' || route.streams === 'both';
  return (request) =>
    ({
      params: parseInput(params, request.params),
      query: parseInput(query, request.query),
      body: takesBytes ? undefined : parseBody(body, request.body),
    }) as RouteInput<R>;
}

const strictly = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;

function parseBody(schema: z.ZodType | undefined, body: unknown): unknown {
  if (schema) return parseInput(schema, body ?? {});
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'object' && Object.keys(body).length === 0) return undefined;
  throw new HubError('input_invalid', 'This address takes no body.');
}
