import { commonErrors, type MessageDefinition, type ReplyInput, type RequestOf } from '@switchboard/contracts';
import { MessagePattern } from '@nestjs/microservices';
import type { Caller, MaybeCaller } from '../caller.ts';
import { HubError } from '@switchboard/contracts';
import { requirePermission } from '../permission.ts';
import { parseInput } from '../parse-input.ts';

export type CallerFor<M extends MessageDefinition> = M['permission'] extends 'public' ? MaybeCaller : Caller;

/** What the transport hands to a wrapped handler. */
export interface Incoming {
  readonly payload: unknown;
  readonly caller: MaybeCaller;
}

type Handler<M extends MessageDefinition> = (
  request: RequestOf<M>,
  caller: CallerFor<M>,
) => Promise<ReplyInput<M>> | ReplyInput<M>;

/**
 * Answers a message: parses the request, checks the caller's permission, checks the reply. A code that the message does
 * not declare becomes `internal`. A handler whose request or reply does not fit does not compile.
 */
export function HandleMessage<M extends MessageDefinition>(message: M) {
  const declared = new Set<string>([...commonErrors, ...message.errors]);
  return <H extends Handler<M>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    const handler = descriptor.value as H;
    const answer = async (self: unknown, { payload, caller }: Incoming): Promise<unknown> => {
      requirePermission(message, caller);
      const request = parseInput(message.request, payload) as RequestOf<M>;
      try {
        return message.reply.parse(await handler.call(self, request, caller as CallerFor<M>));
      } catch (error) {
        if (error instanceof HubError && !declared.has(error.code))
          throw new Error(`${message.subject} answered ${error.code}, which it does not declare`, { cause: error });
        throw error;
      }
    };
    const wrapped = function (this: unknown, incoming: Incoming): Promise<unknown> {
      return answer(this, incoming);
    };
    descriptor.value = wrapped as unknown as H;
    MessagePattern(message.subject)(target, key, asPattern(descriptor));
  };
}

/** Nest types its decorators for handlers of any data. */
export const asPattern = (descriptor: unknown) => descriptor as TypedPropertyDescriptor<(data: unknown) => unknown>;
