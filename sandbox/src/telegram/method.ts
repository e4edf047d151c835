import type { z } from 'zod';
import type { Bot } from './model.ts';

/** A method of the Bot API: its parameters, and what it does for a bot. */
export interface BotMethod {
  readonly parameters: z.ZodObject;
  run(bot: Bot, given: unknown): unknown;
}

/** Declares a method with the types its parameters give. */
export const method = <Parameters extends z.ZodObject>(
  parameters: Parameters,
  run: (bot: Bot, given: z.output<Parameters>) => unknown,
): BotMethod => ({ parameters, run: (bot, given) => run(bot, given as z.output<Parameters>) });
