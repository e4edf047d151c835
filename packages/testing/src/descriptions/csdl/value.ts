import type { CsdlEnum, CsdlModel, CsdlProperty, CsdlUse } from './model.ts';

type Members = Readonly<Record<string, unknown>>;

const text = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const whole = (bits: number) => (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= 2 ** bits;
const number = (value: unknown): boolean => typeof value === 'number' || value === 'INF' || value === 'NaN';

/** The JSON of the primitive types (https://docs.oasis-open.org/odata/odata-json-format/v4.01 §7.1, read 2026-11-21). */
const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  'Edm.String': text(/^/),
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Byte': whole(8),
  'Edm.Int16': whole(15),
  'Edm.Int32': whole(31),
  'Edm.Int64': (value) => whole(63)(value) || text(/^-?\d+$/)(value),
  'Edm.Single': number,
  'Edm.Double': number,
  'Edm.Decimal': number,
  'Edm.Guid': text(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i),
  'Edm.Date': text(/^\d{4}-\d\d-\d\d$/),
  'Edm.DateTimeOffset': text(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/),
  'Edm.TimeOfDay': text(/^\d\d:\d\d(:\d\d(\.\d+)?)?$/),
  'Edm.Duration': text(/^-?P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/),
  'Edm.Binary': text(/^[\w+/-]*={0,2}$/),
  'Edm.Stream': () => true,
  'Edm.Untyped': () => true,
};

/** What of a JSON value its type does not allow. */
export function useFindings(model: CsdlModel, use: CsdlUse, value: unknown, at: string): string[] {
  if (use.collection) {
    if (!Array.isArray(value)) return [`${at}: not a list`];
    return value.flatMap((item, index) => oneFindings(model, use, item, `${at}[${index}]`));
  }
  return oneFindings(model, use, value, at);
}

function oneFindings(model: CsdlModel, use: CsdlUse, value: unknown, at: string): string[] {
  if (value === null) return use.nullable ? [] : [`${at}: is null`];
  const primitive = primitives[use.name];
  if (primitive) return primitive(value) ? [] : [`${at}: no ${use.name}`];
  const type = model.types.get(use.name);
  if (!type) return [`${at}: no type ${use.name}`];
  if (type.kind === 'enum') return enumFindings(type, value, at);
  return memberFindings(model, use.name, value, at);
}

function enumFindings({ members, flags }: CsdlEnum, value: unknown, at: string): string[] {
  if (typeof value !== 'string') return [`${at}: not a text`];
  const unknown = (flags ? value.split(',') : [value]).filter((one) => !members.has(one.trim()));
  return unknown.map((one) => `${at}: ${one} is not one of ${[...members].join(', ')}`);
}

/** What of an object's members its type, or the derived one that `@odata.type` names, does not allow. */
export function memberFindings(model: CsdlModel, declared: string, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: not an object`];
  const named = (value as Members)['@odata.type'];
  const name = typeof named === 'string' ? named.replace(/^#/, '') : declared;
  if (!model.isDerived(name, declared)) return [`${at}: ${name} is no ${declared}`];
  return Object.entries(value).flatMap(([member, inner]) => {
    const annotated = /^(\w*)@[\w.]+$/.exec(member)?.[1];
    if (annotated === '' || inner === undefined) return [];
    const property: CsdlProperty | undefined = model.property(name, annotated ?? member);
    if (!property) return [`${at}: unknown field ${member}`];
    return annotated === undefined ? useFindings(model, property, inner, `${at}.${member}`) : [];
  });
}
