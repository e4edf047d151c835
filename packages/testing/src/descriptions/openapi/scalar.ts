import type { Schema } from './schema.ts';

export const typesOf = ({ type }: Schema): readonly string[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type;

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|z|[+-]\d\d:?\d\d)$/.test(text),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text),
  uuid: (text) => /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i.test(text),
  uri: (text) => URL.canParse(text),
  email: (text) => /^[^@\s]+@[^@\s]+$/.test(text),
};

/** What of a text, number or truth value its schema does not allow. */
export function scalarFindings(schema: Schema, value: unknown, at: string): string[] {
  const types = typesOf(schema);
  const kind = typeof value;
  const fits =
    types.length === 0 ||
    types.some((type) =>
      type === 'integer' ? Number.isInteger(value) : type === 'file' ? kind === 'string' : type === kind,
    );
  if (!fits) return [`${at}: ${JSON.stringify(value)} is no ${types.join(' or ')}`];
  if (schema.const !== undefined && schema.const !== value)
    return [`${at}: ${String(value)} is not ${String(schema.const)}`];
  if (schema.enum && !schema.enum.includes(value))
    return [`${at}: ${String(value)} is not one of ${schema.enum.join(', ')}`];
  if (typeof value === 'number') return range(value, schema.minimum, schema.maximum, at, '');
  return typeof value === 'string' ? textFindings(schema, value, at) : [];
}

function textFindings({ minLength, maxLength, pattern, format }: Schema, text: string, at: string): string[] {
  const shown = JSON.stringify(text.slice(0, 60));
  return [
    ...range([...text].length, minLength, maxLength, at, ' characters'),
    ...(pattern !== undefined && !matches(pattern, text) ? [`${at}: ${shown} does not match ${pattern}`] : []),
    ...(format !== undefined && formats[format]?.(text) === false ? [`${at}: ${shown} is no ${format}`] : []),
  ];
}

const range = (value: number, low = -Infinity, high = Infinity, at: string, unit: string): string[] =>
  value < low || value > high ? [`${at}: ${value}${unit} is out of range`] : [];

/** True also for a pattern that JavaScript does not read. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
