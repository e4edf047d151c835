import type { StoneStruct, StoneType, StoneUnion } from './read.ts';
import { scalarFindings } from './scalar.ts';
import { builtIn, type TypeRef } from './type-ref.ts';

type Types = ReadonlyMap<string, StoneType>;
type Members = Readonly<Record<string, unknown>>;

/** What of a JSON value its Stone type does not allow (https://github.com/dropbox/stone/blob/main/docs/json_serializer.rst, read 2026-11-21). */
export function stoneFindings(types: Types, type: TypeRef, value: unknown, at: string): string[] {
  if (value === null || value === undefined) {
    return type.nullable || type.name === 'Void' ? [] : [`${at}: is missing`];
  }
  if (type.name === 'Void') return [`${at}: takes nothing`];
  if (type.name === 'List') return listFindings(types, type, value, at);
  if (type.name === 'Map') return mapFindings(types, type, value, at);
  if (builtIn.test(type.name)) return scalarFindings(type, value, at);

  const declared = types.get(type.name);
  if (!declared) return [`${at}: no type ${type.name}`];
  if (declared.kind === 'alias') return stoneFindings(types, declared.type, value, at);
  if (declared.kind === 'union') return unionFindings(types, declared, value, at);
  return isObject(value) ? structFindings(types, type.name, value, at, new Set()) : [`${at}: not an object`];
}

/** A struct's fields with its ancestors'. */
export function fieldsOf(types: Types, { parent, fields }: StoneStruct): StoneStruct['fields'] {
  const above = parent === undefined ? undefined : types.get(parent);
  return above?.kind === 'struct' ? new Map([...fieldsOf(types, above), ...fields]) : fields;
}

/** A union's tags with its ancestors'; an open one also has `other`. */
function tagsOf(types: Types, { parent, tags, closed }: StoneUnion): StoneUnion['tags'] {
  const above = parent === undefined ? undefined : types.get(parent);
  const inherited = above?.kind === 'union' ? [...tagsOf(types, above)] : [];
  const nothing: TypeRef = { name: 'Void', of: [], limits: {}, nullable: false };
  return new Map([...inherited, ...tags, ...(closed ? [] : [['other', nothing] as const])]);
}

/** `known` are members that belong to what the struct is flattened into. */
function structFindings(types: Types, name: string, value: Members, at: string, known: ReadonlySet<string>): string[] {
  const struct = types.get(name);
  if (struct?.kind !== 'struct') return [`${at}: ${name} is no struct`];
  if (struct.subtypes) {
    const tag = value['.tag'];
    const subtype = typeof tag === 'string' ? struct.subtypes.tags.get(tag) : undefined;
    if (subtype) return structFindings(types, subtype.name, value, at, new Set(['.tag']));
    if (struct.subtypes.closed || typeof tag !== 'string') return [`${at}: .tag ${String(tag)} is unknown`];
  }
  const fields = fieldsOf(types, struct);
  const unknown = Object.keys(value).filter((member) => !fields.has(member) && !known.has(member));
  return [
    ...unknown.map((member) => `${at}: unknown field ${member}`),
    ...[...fields].flatMap(([member, { type, hasDefault }]) =>
      value[member] === undefined && hasDefault
        ? []
        : stoneFindings(types, nullableBy(types, type), value[member], `${at}.${member}`),
    ),
  ];
}

/** A field may be left out where its alias is nullable. */
function nullableBy(types: Types, type: TypeRef): TypeRef {
  const declared = types.get(type.name);
  const through = declared?.kind === 'alias' && nullableBy(types, declared.type).nullable;
  return through ? { ...type, nullable: true } : type;
}

function unionFindings(types: Types, union: StoneUnion, value: unknown, at: string): string[] {
  const members: Members = typeof value === 'string' ? { '.tag': value } : isObject(value) ? value : {};
  const tag = members['.tag'];
  const type = typeof tag === 'string' ? tagsOf(types, union).get(tag) : undefined;
  if (typeof tag !== 'string' || !type) return [`${at}: .tag ${String(tag)} is unknown`];

  const inside = `${at}.${tag}`;
  const struct = types.get(type.name);
  if (struct?.kind === 'struct' && !struct.subtypes) {
    const empty = Object.keys(members).length === 1;
    return type.nullable && empty ? [] : structFindings(types, type.name, members, inside, new Set(['.tag']));
  }
  const unknown = Object.keys(members).filter(
    (member) => member !== '.tag' && (member !== tag || type.name === 'Void'),
  );
  return [
    ...unknown.map((member) => `${at}: unknown field ${member}`),
    ...stoneFindings(types, nullableBy(types, type), members[tag], inside),
  ];
}

function listFindings(types: Types, { of, limits }: TypeRef, value: unknown, at: string): string[] {
  if (!Array.isArray(value)) return [`${at}: not a list`];
  const few = value.length < Number(limits['min_items'] ?? 0);
  const many = value.length > Number(limits['max_items'] ?? Infinity);
  return [
    ...(few || many ? [`${at}: ${value.length} items`] : []),
    ...value.flatMap((item, index) => stoneFindings(types, of[0]!, item, `${at}[${index}]`)),
  ];
}

function mapFindings(types: Types, { of }: TypeRef, value: unknown, at: string): string[] {
  if (!isObject(value)) return [`${at}: not an object`];
  return Object.entries(value).flatMap(([name, member]) => [
    ...stoneFindings(types, of[0]!, name, `${at}: name`),
    ...stoneFindings(types, of[1]!, member, `${at}.${name}`),
  ]);
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
