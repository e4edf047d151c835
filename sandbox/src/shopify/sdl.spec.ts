import { expect, test } from '@jest/globals';
import {
  buildClientSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { accessOf, schema } from './graphql.ts';

const file = path.resolve(import.meta.dirname, '../../../../shared/specs/shopify/admin_2026-10.json.gz');

interface Told {
  readonly name: string;
  readonly requiredAccess?: string | null;
  readonly fields?: readonly Told[] | null;
}
const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

function findingsOf(vendor: GraphQLSchema, told: ReadonlyMap<string, Told>): string[] {
  return own.flatMap((type) => {
    const theirs = vendor.getType(type.name);
    if (!theirs) return [`${type.name} is no type of Shopify's`];
    return [...shapeFindings(type, theirs), ...accessFindings(type, told.get(type.name)!)];
  });
}

function shapeFindings(type: GraphQLNamedType, theirs: GraphQLNamedType): string[] {
  if (isEnumType(type) && isEnumType(theirs))
    return type.getValues().flatMap(({ name }) => (theirs.getValue(name) ? [] : [`${type.name} has no ${name}`]));
  if (isInputObjectType(type) && isInputObjectType(theirs)) {
    const fields = theirs.getFields();
    return Object.values(type.getFields()).flatMap((field) => differs(type.name, field, fields[field.name]));
  }
  if (!isObjectType(type) || !isObjectType(theirs)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const other = theirs.getFields()[field.name];
    const args = field.args.flatMap((arg) =>
      differs(
        `${type.name}.${field.name}`,
        arg,
        other?.args.find(({ name }) => name === arg.name),
      ),
    );
    return [...differs(type.name, field, other), ...args];
  });
}

interface Typed {
  readonly name: string;
  readonly type: { toString(): string };
  readonly defaultValue?: unknown;
}

const differs = (where: string, mine: Typed, theirs: Typed | undefined): string[] =>
  String(theirs?.type) === String(mine.type) && theirs?.defaultValue === mine.defaultValue
    ? []
    : [`${where}.${mine.name} is ${String(theirs?.type)}, not ${String(mine.type)}`];

/** Each scope that is enough here is one that Shopify names, and what Shopify gates is gated. */
function accessFindings(type: GraphQLNamedType, told: Told): string[] {
  if (!isObjectType(type)) return [];
  const check = (where: string, words: string | null | undefined, mine: readonly string[] | undefined): string[] => {
    const isGate = /access scope/.test((words ?? '').split('Also:')[0]!);
    if (!mine) return isGate ? [`${where} is gated: ${words}`] : [];
    return mine.flatMap((scope) => (words?.includes(`\`${scope}\``) ? [] : [`${where} is not opened by ${scope}`]));
  };
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const words = told.fields?.find(({ name }) => name === field.name)?.requiredAccess;
    return check(`${type.name}.${field.name}`, words, accessOf(field.astNode));
  });
  return [...check(type.name, told.requiredAccess, accessOf(type.astNode)), ...fields];
}

if (existsSync(file)) {
  test("what the sandbox serves is named, typed and gated as in Shopify's own introspection", () => {
    const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as { data: IntrospectionQuery };
    const told = new Map((data.__schema.types as readonly Told[]).map((type) => [type.name, type]));

    expect(findingsOf(buildClientSchema(data), told)).toEqual([]);
  });
} else {
  test.skip(`LEFT OUT: Shopify's introspection is not at ${file}`, () => undefined);
}
