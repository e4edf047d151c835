import { expect, test } from '@jest/globals';
import { defineCapability } from '@switchboard/contracts';
import { z } from 'zod';
import { defineAction } from './action.ts';

const greet = defineCapability({
  name: 'test.greet',
  title: 'Greet',
  effect: 'read',
  input: z.strictObject({ name: z.string() }),
  output: z.object({ greeting: z.string() }),
});
const rest = {
  name: 'greet',
  title: 'Greet',
  description: 'Greets.',
  effect: 'read',
  idempotent: true,
  needs: [],
  examples: [],
} as const;

test('an action may accept more than its capability asks and answer more than it promises', () => {
  const action = defineAction({
    ...rest,
    fulfils: greet,
    input: z.object({ name: z.string(), loud: z.boolean().optional() }),
    output: z.object({ greeting: z.string(), language: z.string() }),
    run: (_context, { name }) => Promise.resolve({ greeting: `Hello ${name}`, language: 'en' }),
  });

  expect(action).toMatchObject({ kind: 'action', version: 1, fulfils: greet });
});

test('an action that asks for more than its capability, or answers less, does not compile', () => {
  const input = z.object({ name: z.string(), required: z.string() });
  const output = z.object({ other: z.string() });

  // @ts-expect-error -- `required` is not in the capability's input
  defineAction({ ...rest, fulfils: greet, input, output: greet.output, run: () => Promise.resolve({ greeting: '' }) });
  // @ts-expect-error -- `greeting` is not in the action's output
  defineAction({ ...rest, fulfils: greet, input: greet.input, output, run: () => Promise.resolve({ other: '' }) });

  expect(greet.kind).toBe('capability');
});
