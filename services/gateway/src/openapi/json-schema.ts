import * as contracts from '@switchboard/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;
type Direction = 'input' | 'output';

/** Contracts with a name of their own, printed once and referred to. */
const named = new Map<unknown, string>(
  Object.entries(contracts)
    .filter(([name, value]) => /^[A-Z]/.test(name) && (value instanceof z.ZodObject || value instanceof z.ZodUnion))
    .map(([name, value]) => [value, name]),
);
const componentPath = '#/components/schemas/';

/** JSON Schema 2020-12 of a contract, as OpenAPI 3.1 embeds it: no `$schema`, no `$id`, no definitions of its own. */
export function jsonSchemaOf(schema: z.ZodType, io: Direction): Json {
  const name = io === 'output' ? named.get(schema) : undefined;
  return name ? { $ref: componentPath + name } : print(schema, io);
}

/** The named contracts that `document` refers to, and those they refer to, for `components.schemas`. */
export function namedSchemas(document: unknown): Record<string, Json> {
  const found: Record<string, Json> = {};
  const look = (from: unknown): void => {
    for (const [, name = ''] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      const schema = [...named].find(([, known]) => known === name)?.[0];
      if (!schema || name in found) continue;
      found[name] = print(schema as z.ZodType, 'output');
      look(found[name]);
    }
  };
  look(document);
  return Object.fromEntries(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const print = (schema: z.ZodType, io: Direction): Json =>
  embeddable(
    z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const name = io === 'output' && (zodSchema as unknown) !== schema ? named.get(zodSchema) : undefined;
        if (!name) return;
        for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key];
        jsonSchema.$ref = componentPath + name;
      },
    }),
  );

/** Also for a schema that came as JSON. The only recursive schema of the contracts is "any JSON", which is the empty schema. */
export const embeddable = (schema: unknown): Json => clean(schema) as Json;

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Json;
  if (isAnyJson(node)) return {};
  if (typeof node['$ref'] === 'string') return node['$ref'].startsWith(componentPath) ? { $ref: node['$ref'] } : {};
  const kept = Object.entries(node).filter(([name]) => !dropped(name, node));
  return Object.fromEntries(kept.map(([name, inner]) => [name, clean(inner)]));
}

/** A `format` says what its long pattern says. */
const dropped = (name: string, node: Json): boolean =>
  name === '$schema' ||
  name === '$id' ||
  name === '$defs' ||
  (name === 'pattern' && typeof node['format'] === 'string');

const isAnyJson = ({ anyOf }: Json): boolean =>
  Array.isArray(anyOf) && anyOf.length === 6 && anyOf.some((one) => (one as Json)['type'] === 'null');
