import { z } from 'zod';
import type { Permission } from './permission.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const none = z.object({});

export interface RouteDefinition<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly kind: 'route';
  readonly method: Method;
  /** Path with `:name` parameters. */
  readonly path: `/${string}`;
  readonly permission: Permission;
  readonly title: string;
  /** True where the login must be under five minutes old (G-2). */
  readonly fresh?: boolean;
  /** Status of success; 200 unless told. */
  readonly status: number;
  readonly params: Params;
  readonly query: Query;
  /** `undefined` where the route takes no body. */
  readonly body: Body | undefined;
  readonly reply: Reply;
  /** True where the answer shows a secret once: never kept for Idempotency-Key (V-12). */
  readonly showsSecret?: boolean;
  /** `stream`: bytes or SSE pass through and no JSON schema applies to that side. */
  readonly streams?: 'request' | 'response' | 'both';
  /** How long it may take where that is longer than usual; milliseconds. */
  readonly mayTakeMs?: number;
}

interface RouteOptions<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType> {
  method: Method;
  path: `/${string}`;
  permission: Permission;
  title: string;
  fresh?: boolean;
  status?: number;
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
  showsSecret?: boolean;
  streams?: 'request' | 'response' | 'both';
  mayTakeMs?: number;
}

/** Declares one REST route. The gateway serves it, the dashboard calls it, OpenAPI prints it. */
export function defineRoute<
  P extends z.ZodObject = typeof none,
  Q extends z.ZodObject = typeof none,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(options: RouteOptions<P, Q, B, R>): RouteDefinition<P, Q, B, R> {
  return Object.freeze({
    kind: 'route',
    ...options,
    status: options.status ?? 200,
    params: options.params ?? (none as unknown as P),
    query: options.query ?? (none as unknown as Q),
    body: options.body,
  });
}

export type ParamsOf<R extends RouteDefinition> = z.output<R['params']>;
export type QueryOf<R extends RouteDefinition> = z.output<R['query']>;
export type BodyOf<R extends RouteDefinition> =
  R extends RouteDefinition<infer _P, infer _Q, infer B> ? z.output<B> : never;
export type BodyInput<R extends RouteDefinition> =
  R extends RouteDefinition<infer _P, infer _Q, infer B> ? z.input<B> : never;
export type AnswerOf<R extends RouteDefinition> = z.output<R['reply']>;
