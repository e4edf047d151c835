import { calendarCreateEvent, calendarUpdateEvent } from '@switchboard/contracts';
import { z } from 'zod';
import { asSchema, type JsonObject, type JsonSchema } from '../../components/schema-form/json-schema.ts';
import type { Wish } from './propose-dialog.tsx';

const offered = ['title', 'start', 'end', 'attendees', 'location', 'description', 'conference', 'scope', 'notify'];

function schemaOf(input: z.ZodType, without: readonly string[] = []): JsonSchema {
  const schema = asSchema(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
  const properties = Object.fromEntries(
    offered.flatMap((name) => {
      const property = schema.properties?.[name];
      return property && !without.includes(name) ? [[name, property]] : [];
    }),
  );
  return { ...schema, properties, required: schema.required?.filter((name) => name in properties) };
}

/** @returns the form a wish begins with; none where everything is known. */
export function formOf(wish: Wish): { schema: JsonSchema; initial: JsonObject } | undefined {
  if (wish.kind === 'create') return { schema: schemaOf(calendarCreateEvent.input), initial: { ...wish.initial } };
  if (wish.kind !== 'change') return undefined;
  const { title, start, end, attendees, location, description, seriesId } = wish.event;
  return {
    schema: schemaOf(calendarUpdateEvent.input, seriesId ? [] : ['scope']),
    initial: {
      title,
      start,
      end,
      location,
      description,
      attendees: attendees.map(({ email, name, optional }) => ({ email, name, optional })),
    },
  };
}
