/** As much of JSON Schema 2020-12 as the actions' inputs use. */
export interface JsonSchema {
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: (string | number)[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  format?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  readOnly?: boolean;
  examples?: string[];
  /** Ours: the id of a staged file. */
  staged?: boolean;
  /** Ours: a setting that may be changed after connecting. */
  editable?: boolean;
  /** Ours: an id that is chosen from what a read action lists. */
  picked?: Picked;
}

/** The read action that lists a field's choices, and where in its output they are. */
export interface Picked {
  action: string;
  items: string;
  value?: string;
  label?: string;
  /** The list's inputs by the form's fields that fill them. */
  given?: Record<string, string>;
  /** What a row's members must be. */
  where?: Record<string, string | boolean>;
}

export type FieldKind =
  | 'text'
  | 'long'
  | 'number'
  | 'flag'
  | 'choice'
  | 'date'
  | 'moment'
  | 'when'
  | 'people'
  | 'files'
  | 'file'
  | 'picked'
  | 'words'
  | 'group'
  | 'json';

/** @returns the schema of what is there, with the texts and marks around it, and whether null may stand in its place. */
export function withoutNull(outer: JsonSchema): { readonly schema: JsonSchema; readonly nullable: boolean } {
  const { anyOf, oneOf, ...around } = outer;
  const options = anyOf ?? oneOf ?? [];
  const others = options.filter(({ type }) => type !== 'null');
  if (others.length === options.length) return { schema: outer, nullable: false };
  const [only, ...more] = others;
  if (more.length > 0 || !only) return { schema: { ...around, anyOf: others }, nullable: true };
  return { schema: { ...withoutNull(only).schema, ...around }, nullable: true };
}

/** @returns how a person fills in a value of this schema, whether or not null may stand in its place. */
export function fieldKind(outer: JsonSchema): FieldKind {
  const { schema } = withoutNull(outer);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.some((option) => option.properties?.['dateTime']) ? 'when' : 'json';
  if (schema.enum) return 'choice';
  if (schema.staged) return 'file';
  if (schema.picked) return 'picked';
  switch (schema.type) {
    case 'boolean':
      return 'flag';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return textKind(schema);
    case 'array':
      return listKind(schema.items ?? {});
    case 'object':
      return schema.properties ? 'group' : 'json';
    default:
      return 'json';
  }
}

const listKind = ({ type, properties = {} }: JsonSchema): FieldKind => {
  if (properties['email']) return 'people';
  if (properties['fileId']) return 'files';
  return type === 'string' ? 'words' : 'json';
};

const textKind = ({ format, maxLength = 0 }: JsonSchema): FieldKind => {
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'moment';
  return maxLength > 1024 ? 'long' : 'text';
};

/** @returns what a field is called: its title, the first part of its description, or its key in words. */
export function nameOf(key: string, schema: JsonSchema): string {
  if (schema.title) return schema.title;
  const said = shortLabel(schema.description ?? '');
  if (said && said.length <= 60) return said;
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @returns what stands before the semicolon: `End` of `End; exclusive for all-day events`. */
export const shortLabel = (description: string): string => description.split(';', 1)[0] ?? '';

/** @returns what a field's description says beyond its name. */
export function hintOf(label: string, { description }: JsonSchema): string | undefined {
  if (!description || description === label) return undefined;
  return description.startsWith(`${label};`) ? description.slice(label.length + 1).trim() : description;
}

/** @returns the schema as an object's, whatever arrives. */
export const asSchema = (value: unknown): JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};

export type JsonObject = Record<string, unknown>;
export const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** @returns the value without what a person left empty, so that defaults and optional fields stay out. */
export const filled = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== ''));

/** @returns what the fields hold before anybody touched them. */
export const defaultsOf = (schema: unknown): JsonObject =>
  Object.fromEntries(
    Object.entries(asSchema(schema).properties ?? {}).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default]],
    ),
  );

/** @returns the settings as they are sent: what was emptied stays empty where it would else have a default. */
export const settingsOf = (value: JsonObject, schema: unknown): Record<string, string> => {
  const defaults = defaultsOf(schema);
  const kept = Object.entries(value).filter(
    ([name, entry]) => entry !== undefined && (entry !== '' || Object.hasOwn(defaults, name)),
  );
  return Object.fromEntries(kept) as Record<string, string>;
};

/** @returns an example without its staged files, which are of a time gone by. */
export const withoutFiles = (value: JsonObject, schema: unknown): JsonObject => {
  const { properties = {} } = asSchema(schema);
  const isFile = (key: string) => ['file', 'files'].includes(fieldKind(properties[key] ?? {}));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !isFile(key)));
};
