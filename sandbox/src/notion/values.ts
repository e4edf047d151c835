import { z } from 'zod';
import { invalid } from './refusals.ts';
import type { PropertyType, StoredDatabase, StoredValue } from './state.ts';

const rich = z.array(
  z.strictObject({
    type: z.literal('text').optional(),
    text: z.strictObject({
      content: z.string().max(2000),
      link: z.strictObject({ url: z.string() }).nullable().optional(),
    }),
  }),
);
export const RichTextRequest = rich.max(100);
export const plainOf = (text: z.infer<typeof rich>): string => text.map(({ text: { content } }) => content).join('');

const named = z.strictObject({ name: z.string() }).nullable();
const schemas = {
  title: rich.transform(plainOf),
  rich_text: rich.transform(plainOf),
  number: z.number().nullable(),
  checkbox: z.boolean(),
  url: z.string().nullable(),
  select: named.transform((value) => value?.name ?? null),
  status: named.transform((value) => value?.name ?? null),
  people: z
    .array(z.strictObject({ object: z.literal('user').optional(), id: z.string() }))
    .transform((all) => all.map(({ id }) => id)),
  date: z
    .object({ start: z.union([z.iso.date(), z.iso.datetime({ offset: true })]), end: z.string().nullish() })
    .nullable()
    .transform((value) => value && { start: value.start, end: value.end ?? null }),
} satisfies Record<PropertyType, z.ZodType<StoredValue>>;

/** Written values by a property's name or id. @throws {Refusal} `validation_error` as Notion words it. */
export function valuesOf(
  properties: StoredDatabase['properties'],
  given: Readonly<Record<string, unknown>>,
): Record<string, StoredValue> {
  return Object.fromEntries(
    Object.entries(given).map(([key, wrapped]) => {
      const found = Object.entries(properties).find(([name, { id }]) => name === key || id === key);
      if (!found) throw invalid(`${key} is not a property that exists.`);
      const [name, { type, options }] = found;
      const { type: said = type, ...rest } = (wrapped ?? {}) as Record<string, unknown>;
      if (said !== type || Object.keys(rest).some((member) => member !== type))
        throw invalid(`${key} is expected to be ${type}.`);
      const parsed = schemas[type].safeParse(rest[type]);
      if (!parsed.success)
        throw invalid(`body failed validation: body.properties.${key}.${type}: ${parsed.error.issues[0]!.message}.`);
      // A select makes a new option, a status does not.
      if (type === 'status' && parsed.data !== null && !options!.includes(String(parsed.data)))
        throw invalid(`Invalid status option. Status option "${String(parsed.data)}" does not exist.`);
      return [name, parsed.data];
    }),
  );
}
