import type { FieldError } from '@switchboard/contracts';
import { ProblemError } from '../../lib/problem-error.ts';
import { asSchema, type JsonSchema, nameOf } from './json-schema.ts';

/** A path of RFC 6901, in its parts. */
const partsOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** @returns what the hub found wrong, field by field. */
export const fieldErrors = (error: unknown): readonly FieldError[] =>
  error instanceof ProblemError ? (error.problem.errors ?? []) : [];

/** @returns the errors of one field and of what lies in it, their paths beginning there. */
export const errorsAt = (errors: readonly FieldError[], key: string): FieldError[] =>
  errors.flatMap(({ path, message }) => {
    const [first, ...rest] = partsOf(path);
    return first === key ? [{ path: rest.map((part) => `/${part}`).join(''), message }] : [];
  });

/** @returns the errors that no field of the schema shows; `within` is the member of what was sent that the form fills. */
export const errorsBeside = (errors: readonly FieldError[], schema: unknown, within?: string): FieldError[] => {
  const { properties = {} } = asSchema(schema);
  return errors.filter(({ path }) => {
    const parts = partsOf(path);
    if (within !== undefined && parts.shift() !== within) return true;
    return !Object.hasOwn(properties, parts[0] ?? '');
  });
};

/** @returns a path as a person reads it, `Settings, shop`; nothing for the whole. */
export const pathInWords = (path: string, fields: Record<string, JsonSchema> = {}): string =>
  partsOf(path)
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : nameOf(part, fields[part] ?? {})))
    .join(', ');
