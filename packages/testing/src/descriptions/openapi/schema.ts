import type { Documents, Json } from './document.ts';
import { scalarFindings, typesOf } from './scalar.ts';

/** The part of JSON Schema that OpenAPI 2.0, 3.0 and 3.1 use. */
export interface Schema extends Json {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly 'x-nullable'?: boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
}

export interface Rules {
  readonly documents: Documents;
  /** What is checked: members that only the other side writes are found. */
  readonly side: 'request' | 'answer';
  /** True where a member that the schema does not name is found, unless the schema allows any. */
  readonly closed: boolean;
}

interface Judged {
  readonly findings: readonly string[];
  /** Members that some part of the schema names; `any` where all are allowed. */
  readonly known: ReadonlySet<string> | 'any';
}

/** What of a value its schema does not allow. */
export function schemaFindings(rules: Rules, schema: Schema, value: unknown, at: string): string[] {
  const { findings, known } = judge(rules, schema, value, at);
  if (!rules.closed || known === 'any' || !isObject(value)) return [...findings];
  const unknown = Object.keys(value).filter((name) => value[name] !== undefined && !known.has(name));
  return [...findings, ...unknown.map((name) => `${at}: unknown field ${name}`)];
}

const nothing: Judged = { findings: [], known: new Set() };
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function judge(rules: Rules, reference: Schema, value: unknown, at: string): Judged {
  const schema = rules.documents.resolve(reference);
  if (value === null) return { findings: allowsNull(rules, schema) ? [] : [`${at}: may not be null`], known: 'any' };
  const parts = [
    own(rules, schema, value, at),
    ...(schema.allOf ?? []).map((part) => judge(rules, part, value, at)),
    ...[schema.oneOf, schema.anyOf].map((choices) => choice(rules, schema, choices, value, at)),
  ];
  const known = parts.some((part) => part.known === 'any')
    ? ('any' as const)
    : new Set(parts.flatMap((part) => [...(part.known as ReadonlySet<string>)]));
  return { findings: parts.flatMap(({ findings }) => findings), known: isFree(schema) ? 'any' : known };
}

/** True for a schema that names no members and asks for none, and so means any. */
const isFree = ({ properties, required, allOf, oneOf, anyOf, additionalProperties, ...schema }: Schema): boolean =>
  !properties && !allOf && !oneOf && !anyOf && additionalProperties !== false && (!required || 'type' in schema);

function allowsNull(rules: Rules, reference: Schema): boolean {
  const schema = rules.documents.resolve(reference);
  const { nullable, enum: values, allOf, oneOf, anyOf } = schema;
  const types = typesOf(schema);
  if (nullable === true || schema['x-nullable'] === true || types.includes('null') || values?.includes(null))
    return true;
  if (types.length > 0 || values) return false;
  const choices = oneOf ?? anyOf;
  if (choices) return choices.some((one) => allowsNull(rules, one));
  return allOf ? allOf.every((part) => allowsNull(rules, part)) : true;
}

/** The alternative that fits; where none does, the findings of the one that fits best. */
function choice(rules: Rules, schema: Schema, choices: Schema['oneOf'], value: unknown, at: string): Judged {
  if (!choices?.length) return nothing;
  const judged = candidates(schema, choices, value).map((one) => judge(rules, one, value, at));
  const fitting = judged.filter(({ findings }) => findings.length === 0);
  if (fitting.length === 0)
    return judged.reduce((best, one) => (one.findings.length < best.findings.length ? one : best));
  if (fitting.some(({ known }) => known === 'any')) return { findings: [], known: 'any' };
  return { findings: [], known: new Set(fitting.flatMap(({ known }) => [...known])) };
}

function candidates({ discriminator }: Schema, choices: readonly Schema[], value: unknown): readonly Schema[] {
  const mapped = discriminator && isObject(value) && discriminator.mapping?.[String(value[discriminator.propertyName])];
  const name = mapped ? mapped.split('/').at(-1) : undefined;
  const told = name === undefined ? [] : choices.filter(({ $ref }) => $ref?.split('/').at(-1) === name);
  return told.length > 0 ? told : choices;
}

function own(rules: Rules, schema: Schema, value: unknown, at: string): Judged {
  const types = typesOf(schema);
  if (Array.isArray(value)) {
    if (types.length > 0 && !types.includes('array')) return { findings: [`${at}: may not be a list`], known: 'any' };
    return { findings: listFindings(rules, schema, value, at), known: 'any' };
  }
  if (isObject(value)) {
    if (types.length > 0 && !types.includes('object'))
      return { findings: [`${at}: may not be an object`], known: 'any' };
    return members(rules, schema, value, at);
  }
  return { findings: scalarFindings(schema, value, at), known: 'any' };
}

function listFindings(rules: Rules, { items, minItems = 0, maxItems = Infinity }: Schema, list: unknown[], at: string) {
  const length = list.length < minItems || list.length > maxItems ? [`${at}: ${list.length} items`] : [];
  return [...length, ...(items ? list.flatMap((item, n) => schemaFindings(rules, items, item, `${at}[${n}]`)) : [])];
}

function members(rules: Rules, schema: Schema, value: Record<string, unknown>, at: string): Judged {
  const { properties = {}, additionalProperties: more, required = [] } = schema;
  const sides = (name: string): Schema => (properties[name] ? rules.documents.resolve(properties[name]) : {});
  const wrongSide = (name: string): boolean =>
    rules.side === 'request' ? sides(name).readOnly === true : sides(name).writeOnly === true;
  const missing = required.filter((name) => value[name] === undefined && !wrongSide(name));
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  return {
    findings: [
      ...missing.map((name) => `${at}: ${name} is missing`),
      ...given.filter(([name]) => wrongSide(name)).map(([name]) => `${at}: ${name} is not the sender's to say`),
      ...given.flatMap(([name, member]) => {
        const declared = Object.hasOwn(properties, name)
          ? properties[name]
          : typeof more === 'object'
            ? more
            : undefined;
        return declared ? schemaFindings(rules, declared, member, `${at}.${name}`) : [];
      }),
    ],
    known: more === true || (typeof more === 'object' && more !== null) ? 'any' : new Set(Object.keys(properties)),
  };
}
