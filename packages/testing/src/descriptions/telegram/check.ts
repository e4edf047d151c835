/** Fields of a method or type, as they are listed at https://core.telegram.org/bots/api. */
export interface TelegramField {
  readonly name: string;
  /** Any one of these; `Array of` may stand before a type, also twice. */
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
}
export interface TelegramType {
  readonly fields?: readonly TelegramField[];
  readonly subtypes?: readonly string[];
}
export type TelegramTypes = Readonly<Record<string, TelegramType>>;

/** A file that came in its own part of a multipart body. */
export const fileSent = Symbol('file');

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: Number.isSafeInteger,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  InputFile: (value) => value === fileSent,
};

/** What of a value none of the types allows; the findings of the type that comes closest. */
export function typeFindings(types: TelegramTypes, names: readonly string[], value: unknown, at: string): string[] {
  const tried = names.map((name) => oneTypeFindings(types, name, value, at));
  return tried.find((one) => one.length === 0) ?? closest(tried) ?? [`${at}: has no type`];
}

const closest = (tried: readonly string[][]): string[] | undefined => tried.toSorted((a, b) => a.length - b.length)[0];

function oneTypeFindings(types: TelegramTypes, name: string, value: unknown, at: string): string[] {
  const items = /^Array of (.+)$/.exec(name)?.[1];
  if (items !== undefined) {
    if (!Array.isArray(value)) return [`${at}: not a list`];
    return value.flatMap((item, index) => oneTypeFindings(types, items, item, `${at}[${index}]`));
  }
  const scalar = scalars[name];
  if (scalar) return scalar(value) ? [] : [`${at}: no ${name}`];

  const declared = types[name];
  if (!declared) return [`${at}: no type ${name}`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: no ${name}`];
  if (declared.subtypes) return typeFindings(types, declared.subtypes, value, at);
  return memberFindings(types, declared.fields ?? [], value as Readonly<Record<string, unknown>>, at);
}

/** What of an object's members the fields do not allow. */
export function memberFindings(
  types: TelegramTypes,
  fields: readonly TelegramField[],
  value: Readonly<Record<string, unknown>>,
  at: string,
): string[] {
  const unknown = Object.keys(value).filter((name) => !fields.some((field) => field.name === name));
  return [
    ...unknown.map((name) => `${at}: unknown field ${name}`),
    ...fields.flatMap((field) => fieldFindings(types, field, value[field.name], `${at}.${field.name}`)),
  ];
}

function fieldFindings(types: TelegramTypes, field: TelegramField, value: unknown, at: string): string[] {
  if (value === undefined) return field.required ? [`${at}: is missing`] : [];
  const findings = typeFindings(types, field.types, value, at);
  return findings.length > 0 || typeof value !== 'string' ? findings : wordFindings(field.description, value, at);
}

/** Lengths and fixed values are told in the words of the description only. */
function wordFindings(description: string, value: string, at: string): string[] {
  const fixed = /(?:always|must be) [“"]?([\w/]+)[”"]?$/.exec(description)?.[1];
  if (fixed !== undefined && value !== fixed) return [`${at}: is not ${fixed}`];
  const [, low, high] = /(\d+)-(\d+) characters/.exec(description) ?? [];
  const length = [...value].length;
  return low !== undefined && (length < Number(low) || length > Number(high)) ? [`${at}: ${length} characters`] : [];
}
