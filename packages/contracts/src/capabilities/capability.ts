import type { z } from 'zod';

/** What running it does: looks, changes something that can be undone or repaired, sends to others, or destroys. */
export type Effect = 'read' | 'write' | 'send' | 'destroy';

export interface CapabilityDefinition<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'capability';
  readonly name: `${string}.${string}`;
  readonly title: string;
  readonly effect: Effect;
  readonly input: Input;
  readonly output: Output;
}

/** Declares a shape that several providers' actions fulfil. */
export function defineCapability<const Input extends z.ZodObject, const Output extends z.ZodType>(
  definition: Omit<CapabilityDefinition<Input, Output>, 'kind'>,
): CapabilityDefinition<Input, Output> {
  return Object.freeze({ kind: 'capability', ...definition });
}
