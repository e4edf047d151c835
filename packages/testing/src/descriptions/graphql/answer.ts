import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { isOfScalar } from './scalars.ts';
import { selectedOf, type Selected, type Selection } from './selection.ts';

interface Against {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** What of an answered object its selection and the schema do not allow: each field asked for is there, with its type. */
export function selectionFindings(
  against: Against,
  type: GraphQLCompositeType,
  selections: readonly Selection[],
  value: unknown,
  at: string,
): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: no object`];
  const members = value as Readonly<Record<string, unknown>>;
  const named = members['__typename'];
  const runtime = typeof named === 'string' ? against.schema.getType(named) : undefined;
  if (named !== undefined && !fits(against.schema, type, named)) return [`${at}: ${String(named)} is no ${type.name}`];

  const selected = selectedOf(against, isObjectType(runtime) ? runtime : type, selections);
  const unknown = Object.keys(members).filter((key) => !selected.has(key));
  return [
    ...unknown.map((key) => `${at}: ${key} was not asked for`),
    ...[...selected].flatMap(([key, one]) => memberFindings(against, one, members[key], `${at}.${key}`)),
  ];
}

const fits = (schema: GraphQLSchema, type: GraphQLCompositeType, name: unknown): boolean =>
  type.name === name || (isAbstractType(type) && schema.getPossibleTypes(type).some((one) => one.name === name));

function memberFindings(
  against: Against,
  { field, selections, maybe }: Selected,
  value: unknown,
  at: string,
): string[] {
  if (value === undefined) return maybe ? [] : [`${at}: is missing`];
  return valueFindings(against, field.type, selections, value, at);
}

function valueFindings(
  against: Against,
  type: GraphQLOutputType,
  selections: readonly Selection[],
  value: unknown,
  at: string,
): string[] {
  if (isNonNullType(type)) {
    return value === null ? [`${at}: is null`] : valueFindings(against, type.ofType, selections, value, at);
  }
  if (value === null) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return [`${at}: not a list`];
    return value.flatMap((item, index) => valueFindings(against, type.ofType, selections, item, `${at}[${index}]`));
  }
  const named = getNamedType(type);
  if (isScalarType(named)) return isOfScalar(named.name, value) ? [] : [`${at}: no ${named.name}`];
  if (isEnumType(named)) return named.getValue(String(value)) ? [] : [`${at}: ${String(value)} is no ${named.name}`];
  return selectionFindings(against, named as GraphQLCompositeType, selections, value, at);
}
