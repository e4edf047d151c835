import { type CapabilityDefinition, type ConnectionId, readCapability } from '@switchboard/contracts';
import { Bus } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Turn } from './turn.ts';

interface ReadOptions {
  /** Shown as a collapsed step with its result; without it the read stays silent. */
  readonly title?: string;
  /** What of the result is shown; all of it unless given. */
  readonly shown?: (output: never) => unknown;
}

/** Asks `integrations` for reads; the only thing that the assistant may have run. */
@Injectable()
export class ReadsService {
  constructor(private readonly bus: Bus) {}

  /** @throws HubError with a code of `readCapability`. */
  async read<I extends z.ZodObject, O extends z.ZodType>(
    capability: CapabilityDefinition<I, O>,
    input: z.input<I>,
    turn: Turn,
    options: ReadOptions = {},
  ): Promise<z.output<O>> {
    const { output } = await this.look(capability, input, turn, options);
    return output;
  }

  /** The same, with the account that answered. @throws HubError with a code of `readCapability`. */
  async look<I extends z.ZodObject, O extends z.ZodType>(
    capability: CapabilityDefinition<I, O>,
    input: z.input<I>,
    turn: Turn,
    { title, shown = (all) => all }: ReadOptions = {},
  ): Promise<{ readonly output: z.output<O>; readonly connectionId: ConnectionId }> {
    const { connectionId } = turn.conversation.settled;
    const request = { capability: capability.name, connectionId, input: input as never };
    const answer = await this.bus.request(readCapability, request, turn.caller);
    const { runId, account, durationMs } = answer;
    if (byOthers.test(capability.name)) turn.outside.read = true;
    const output = capability.output.parse(answer.output);
    const step = { title: title ?? '', capability: capability.name, runId, account, durationMs };
    if (title) turn.say({ kind: 'step', ...step, output: shown(output as never) as never });
    return { output, connectionId: answer.connectionId };
  }
}

/** What others may have written. */
const byOthers = /^(?:mail|tasks|files|messages)\./;
