import { z } from 'zod';

/** A whole number within limits, refused with one sentence whatever is wrong with it. */
export function whole(least: number, most: number): z.ZodCoercedNumber<unknown> {
  const expected = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(expected).int(expected).min(least, expected).max(most, expected);
}

/** An address of one kind. */
export const address = (protocol: RegExp, kind: string): z.ZodURL =>
  z.url({ protocol, error: `must be ${kind} address` });

/** Several values, comma separated. */
export const list = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .prefault('');

/** Origins, comma separated, as `http://127.0.0.1:11434`: without a path. */
export const origins = list.refine(
  (values) => values.every((one) => URL.canParse(one) && new URL(one).origin === one),
  {
    error: 'must list origins, each with its scheme and without a path',
  },
);

/** @returns what a value must be, as the end of a sentence that begins with its setting. */
export function expectation(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.message.startsWith('must')) return issue.message;
  if (issue?.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue?.code === 'too_small') return `must have at least ${issue.minimum} characters`;
  if (issue?.code === 'too_big') return `must have at most ${issue.maximum} characters`;
  if (issue?.code === 'invalid_format')
    return `must be ${issue.format === 'email' ? 'an e-mail address' : 'a full address'}`;
  return 'must be given as the documentation says';
}
