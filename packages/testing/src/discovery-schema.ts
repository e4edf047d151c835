/** The part of JSON Schema draft 3 that Google's Discovery documents use. */
export interface DiscoverySchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: string;
  readonly maximum?: string;
  readonly items?: DiscoverySchema;
  readonly properties?: Readonly<Record<string, DiscoverySchema>>;
  readonly additionalProperties?: DiscoverySchema;
}
type Schemas = Readonly<Record<string, DiscoverySchema>>;

/** What of a value its schema does not allow; null clears a field and fits anything. */
export function checkValue(schemas: Schemas, schema: DiscoverySchema, value: unknown, at: string): string[] {
  const known = schema.$ref ? schemas[schema.$ref] : schema;
  if (!known) return [`${at}: no schema ${schema.$ref}`];
  if (value === null || known.type === 'any') return [];
  if (known.type === 'object' || known.properties) return objectFindings(schemas, known, value, at);
  if (known.type === 'array') {
    if (!Array.isArray(value)) return [`${at}: not a list`];
    return value.flatMap((item, index) => checkValue(schemas, known.items ?? { type: 'any' }, item, `${at}[${index}]`));
  }
  return scalarFindings(known, value, at);
}

function objectFindings(schemas: Schemas, schema: DiscoverySchema, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: not an object`];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const declared = schema.properties?.[name] ?? schema.additionalProperties;
    if (member === undefined) return [];
    return declared ? checkValue(schemas, declared, member, `${at}.${name}`) : [`${at}: unknown field ${name}`];
  });
}

const formats: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  byte: /^[\w+/-]*={0,2}$/,
  int64: /^-?\d+$/,
  uint64: /^\d+$/,
};

function scalarFindings(
  { type, format, enum: values, minimum, maximum, pattern }: DiscoverySchema,
  value: unknown,
  at: string,
): string[] {
  if (type === 'boolean') return typeof value === 'boolean' ? [] : [`${at}: not true or false`];
  if (type === 'integer' || type === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return [`${at}: not a number`];
    if (type === 'integer' && !Number.isInteger(value)) return [`${at}: not a whole number`];
    const low = minimum !== undefined && value < Number(minimum);
    return low || (maximum !== undefined && value > Number(maximum)) ? [`${at}: ${value} is out of range`] : [];
  }
  if (typeof value !== 'string') return [`${at}: not a text`];
  if (values && !values.includes(value)) return [`${at}: ${value} is not one of ${values.join(', ')}`];
  if (pattern && !new RegExp(pattern).test(value)) return [`${at}: does not match ${pattern}`];
  return format && formats[format] && !formats[format].test(value)
    ? [`${at}: "${value.slice(0, 40)}" is no ${format}`]
    : [];
}
