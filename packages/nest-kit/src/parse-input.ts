import { type FieldError, HubError } from '@switchboard/contracts';
import type { z } from 'zod';

/** @throws HubError `input_invalid` naming every field that is wrong. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HubError('input_invalid', undefined, { errors: parsed.error.issues.slice(0, 50).map(toFieldError) });
}

const escape = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

const toFieldError = (issue: z.core.$ZodIssue): FieldError => ({
  path: issue.path.map((part) => `/${escape(part)}`).join(''),
  message: issue.message.slice(0, 300),
});
