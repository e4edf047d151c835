import type { z } from 'zod';
import type { ErrorCode } from './error.ts';
import type { Permission } from './permission.ts';
import type { ServiceName } from './service.ts';

export interface MessageDefinition<
  Request extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
  Errors extends readonly ErrorCode[] = readonly ErrorCode[],
  Needs extends Permission = Permission,
> {
  readonly kind: 'message';
  /** `<service>.<noun>.<verb>`; the first word is the service that answers. */
  readonly subject: `${ServiceName}.${string}.${string}`;
  /** The only services that may send it; NATS permissions are generated from this. */
  readonly callers: readonly ServiceName[];
  /** What the original caller must hold; checked by the answering service. */
  readonly permission: Needs;
  /** True where the login must be under five minutes old (G-2). */
  readonly fresh?: boolean;
  readonly request: Request;
  readonly reply: Reply;
  /** Codes the handler may answer, beside those every message may: see {@link commonErrors}. */
  readonly errors: Errors;
  /** What the handler may wait for plus 5 s; milliseconds. */
  readonly timeoutMs: number;
}

/** Codes any message may answer. */
export const commonErrors = [
  'input_invalid',
  'unauthenticated',
  'not_permitted',
  'reauthentication_required',
  'service_unavailable',
  'deadline_exceeded',
  'internal',
] as const satisfies readonly ErrorCode[];

/** Declares one request and its reply between two services. The value is all there is: both sides read it. */
export function defineMessage<
  const Request extends z.ZodType,
  const Reply extends z.ZodType,
  const Errors extends readonly ErrorCode[],
  const Needs extends Permission,
>(
  definition: Omit<MessageDefinition<Request, Reply, Errors, Needs>, 'kind'>,
): MessageDefinition<Request, Reply, Errors, Needs> {
  return Object.freeze({ kind: 'message', ...definition });
}

export type RequestOf<M extends MessageDefinition> = z.output<M['request']>;
export type ReplyOf<M extends MessageDefinition> = z.output<M['reply']>;
/** What a handler returns and a client sends: before parsing. */
export type RequestInput<M extends MessageDefinition> = z.input<M['request']>;
export type ReplyInput<M extends MessageDefinition> = z.input<M['reply']>;
