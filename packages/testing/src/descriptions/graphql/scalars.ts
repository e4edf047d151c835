import { GraphQLError, isScalarType, isSpecifiedScalarType, type GraphQLSchema } from 'graphql';

const text = (value: unknown): boolean => typeof value === 'string';
const like = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

/** What the JSON of a scalar looks like; a scalar that is not listed is any text. */
const forms: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: text,
  String: text,
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  BigInt: like(/^-?\d+$/),
  UnsignedInt64: like(/^\d+$/),
  Decimal: like(/^-?\d+(\.\d+)?$/),
  Money: like(/^-?\d+(\.\d+)?$/),
  Date: like(/^\d{4}-\d\d-\d\d$/),
  DateTime: like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/),
  URL: (value) => typeof value === 'string' && URL.canParse(value),
  JSON: () => true,
};

/** True where a JSON value is one of the scalar's. */
export const isOfScalar = (name: string, value: unknown): boolean => (forms[name] ?? text)(value);

/** Makes a schema built from an introspection refuse values that its own scalars do not have. */
export function withStrictScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) continue;
    type.parseValue = (value) => {
      if (isOfScalar(type.name, value)) return value;
      throw new GraphQLError(`${JSON.stringify(value)} is no ${type.name}`);
    };
  }
  return schema;
}
