import { type CapabilityDefinition, readCapability } from '@switchboard/contracts';
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
    { title, shown = (all) => all }: ReadOptions = {},
  ): Promise<z.output<O>> {
    const { connectionId } = turn.conversation.settled;
    const request = { capability: capability.name, connectionId, input: input as never };
    const { runId, account, output, durationMs } = await this.bus.request(readCapability, request, turn.caller);
    if (capability.name.startsWith('mail.')) turn.outside.read = true;
    const parsed = capability.output.parse(output);
    const step = { title: title ?? '', capability: capability.name, runId, account, durationMs };
    if (title) turn.say({ kind: 'step', ...step, output: shown(parsed as never) as never });
    return parsed;
  }
}
