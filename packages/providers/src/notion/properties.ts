import { HubError } from '@switchboard/contracts';
import { z } from 'zod';
import { plain, rich, RichText } from './text.ts';

/** A property of a page: its value stands under the name of its type. */
export const NotionProperty = z.looseObject({ id: z.string(), type: z.string() });
export type NotionProperty = z.infer<typeof NotionProperty>;

const Named = z.object({ name: z.string() }).nullable();

/** How each type of property is shown as text. */
const readers: Readonly<Record<string, (value: unknown) => string>> = {
  title: (value) => plain(RichText.parse(value)),
  rich_text: (value) => plain(RichText.parse(value)),
  number: (value) => (value === null ? '' : String(z.number().parse(value))),
  checkbox: (value) => (z.boolean().parse(value) ? 'yes' : 'no'),
  select: (value) => Named.parse(value)?.name ?? '',
  status: (value) => Named.parse(value)?.name ?? '',
  multi_select: (value) =>
    z
      .array(z.object({ name: z.string() }))
      .parse(value)
      .map(({ name }) => name)
      .join(', '),
  date: (value) => {
    const date = z.object({ start: z.string(), end: z.string().nullish() }).nullable().parse(value);
    return date ? [date.start, date.end].filter(Boolean).join(' – ') : '';
  },
  people: (value) =>
    z
      .array(z.object({ id: z.string(), name: z.string().nullish() }))
      .parse(value)
      .map(({ id, name }) => name ?? id)
      .join(', '),
  url: (value) => z.string().nullable().parse(value) ?? '',
  email: (value) => z.string().nullable().parse(value) ?? '',
  phone_number: (value) => z.string().nullable().parse(value) ?? '',
};

/** A property as text; empty where it is, or where its type is not known here. */
export function shownProperty(property: NotionProperty): string {
  const reader = Object.hasOwn(readers, property.type) ? readers[property.type] : undefined;
  try {
    return reader?.(property[property.type]) ?? '';
  } catch {
    return '';
  }
}

export const titleIn = (properties: Readonly<Record<string, NotionProperty>>): string => {
  const title = Object.values(properties).find(({ type }) => type === 'title');
  return title ? shownProperty(title) : '';
};

const empty = (text: string): boolean => text.trim() === '';
const choice = (text: string) => (empty(text) ? null : { name: text });

/** How text becomes a value of each type that can be set. */
const writers: Readonly<Record<string, (text: string) => unknown>> = {
  title: rich,
  rich_text: rich,
  number: (text) => (empty(text) ? null : numberIn(text)),
  checkbox: (text) => /^(?:yes|true|x|1)$/i.test(text.trim()),
  select: choice,
  status: choice,
  multi_select: (text) =>
    text
      .split(',')
      .map((name) => ({ name: name.trim() }))
      .filter(({ name }) => name !== ''),
  date: (text) => (empty(text) ? null : dateIn(text)),
  url: (text) => (empty(text) ? null : text),
  email: (text) => (empty(text) ? null : text),
  phone_number: (text) => (empty(text) ? null : text),
};

function numberIn(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new HubError('input_invalid', `"${text.slice(0, 40)}" is not a number.`);
  return value;
}

function dateIn(text: string): { start: string } {
  if (!z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(text).success)
    throw new HubError('input_invalid', 'A date is written as YYYY-MM-DD.');
  return { start: text };
}

/**
 * Texts by a property's name, as values of the types that the page or database gives them.
 * @throws HubError `input_invalid` for a name that is not there, and for a type that cannot be set by text.
 */
export function valuesFor(
  types: Readonly<Record<string, { readonly type: string }>>,
  texts: readonly { readonly name: string; readonly value: string }[],
): Record<string, unknown> {
  return Object.fromEntries(
    texts.map(({ name, value }) => {
      const type = Object.hasOwn(types, name) ? types[name]!.type : undefined;
      if (type === undefined) throw new HubError('input_invalid', `There is no property "${name}".`);
      const writer = Object.hasOwn(writers, type) ? writers[type] : undefined;
      if (!writer) throw new HubError('input_invalid', `"${name}" cannot be set from here.`);
      return [name, { [type]: writer(value) }];
    }),
  );
}

/** The values of a page as they can be written back, of the named properties. */
export const kept = (
  properties: Readonly<Record<string, NotionProperty>>,
  names: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (!property || !Object.hasOwn(writers, property.type)) return [];
      return [[name, { [property.type]: writable(property) }]];
    }),
  );

function writable(property: NotionProperty): unknown {
  const text = shownProperty(property);
  return property.type === 'date' ? property[property.type] : writers[property.type]!(text);
}
