import fc from 'fast-check';
import { z } from 'zod';

type Json = z.core.JSONSchema.BaseSchema;
/** Values for members of that name, wherever they are, instead of generated ones. */
export type Overrides = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Generates what a schema takes as input. */
export const arbitraryOf = (schema: z.ZodType, overrides: Overrides = {}): fc.Arbitrary<unknown> =>
  generate(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), overrides);

function generate(schema: Json, overrides: Overrides): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (choices) return fc.oneof(...choices.map((one) => generate(one, overrides)));
  if (schema.type === 'object') return objects(schema, overrides);
  if (schema.type === 'array') {
    const { minItems = 0, maxItems = 3 } = schema;
    return fc.array(generate((schema.items ?? {}) as Json, overrides), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, 3)),
    });
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer') {
    return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e6), max: Math.min(schema.maximum ?? 1e6, 1e6) });
  }
  return schema.type === 'string' ? strings(schema) : fc.jsonValue();
}

function objects({ properties = {}, required = [] }: Json, overrides: Overrides): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(
    ([name, member]) => [name, overrides[name] ?? generate(member as Json, overrides)] as const,
  );
  return fc.record(Object.fromEntries(members), { requiredKeys: required });
}

const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

function strings({ format, pattern, minLength = 0, maxLength = 40 }: Json): fc.Arbitrary<string> {
  if (format === 'email') return fc.constantFrom('ada@example.com', 'priya.k+x@example.org', 'bob@sub.example.net');
  if (format === 'date-time') return instants.map((date) => date.toISOString());
  if (format === 'date') return instants.map((date) => date.toISOString().slice(0, 10));
  if (format === 'uuid') return fc.uuid({ version: 7 });
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  return fc
    .string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) })
    .filter(fits);
}
