import { CalendarEvent, type CardField, MailSummary } from '@switchboard/contracts';
import { z } from 'zod';
import { shapeOf, show, showChoice, showEnd } from './show.ts';
import { targetOf } from './target.ts';
import { visible } from './visible.ts';

type Schema = z.core.JSONSchema.BaseSchema;
type Values = Readonly<Record<string, unknown>>;

export interface Drawn {
  readonly schema: Schema;
  readonly input: Values;
  /** What the action's `before` read. */
  readonly before: unknown;
  /** JSON pointers of what the person did not say. */
  readonly assumed: readonly string[];
}

/** Draws the lines of a card from the plan: the schema's order and descriptions, the plan's values, never a model's text (P-1). */
export function drawCard({ schema, input, before, assumed }: Drawn): CardField[] {
  const properties = Object.entries(schema.properties ?? {}) as [string, Schema][];
  const about = aboutFields(before);
  const target = about.length > 0 ? undefined : targetOf(schema, before);
  const fields = properties
    .filter(
      ([name]) =>
        name !== target?.field && shown(name, input[name], about.length > 0) && !(name === 'scope' && isSingle(before)),
    )
    .filter(([name]) => name !== 'notify' || tellsSomebody(schema, input, before))
    .map(([name, property]) => field(name, property, input, before, assumed));
  return [...about, ...(target ? [line(target.label, target.title)] : []), ...fields];
}

function field(name: string, property: Schema, input: Values, before: unknown, assumed: readonly string[]): CardField {
  const path = `/${name}`;
  const value = input[name];
  const old = asValues(before)[name];
  const changed = old !== undefined && !same(old, value);
  return {
    path,
    label: property.description ?? name,
    value: visible(name === 'end' ? showEnd(value) : showChoice(value, property.enum)),
    kind: shapeOf(value, property),
    choices: choicesOf(property),
    before: changed ? visible(name === 'end' ? showEnd(old) : show(old)) : undefined,
    assumed: assumed.includes(path) || undefined,
  };
}

/** Ids say nothing to people where what they mean is shown above. */
function shown(name: string, value: unknown, described: boolean): boolean {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return false;
  return !(described && /Ids?$/.test(name) && name !== 'toCalendarId');
}

/** An event that is no part of a series leaves nothing to choose. */
function isSingle(before: unknown): boolean {
  const { success, data } = CalendarEvent.safeParse(before);
  return success && data.seriesId === undefined && data.recurrence === undefined;
}

/** Only where nobody else can be meant is there nobody to tell: no guest before or after, no answer to an organizer, no other event of a series. */
function tellsSomebody({ properties = {} }: Schema, input: Values, before: unknown): boolean {
  const { success, data } = CalendarEvent.safeParse(before);
  if ('response' in properties || (!success && (before !== undefined || !('title' in properties)))) return true;
  if (success && !isSingle(before) && input.scope !== 'this') return true;
  const guests = Array.isArray(input.attendees) ? input.attendees.length : 0;
  return guests > 0 || (data?.attendees ?? []).some(({ self }) => !self);
}

/** What an action acts on: the event or the messages its `before` read, by their shape. */
function aboutFields(before: unknown): CardField[] {
  const event = CalendarEvent.safeParse(before);
  if (event.success) {
    const { title, start, end, attendees } = event.data;
    const people = attendees.filter(({ self }) => !self);
    return [
      line('Event', show(title)),
      line('When', `${show(start)} – ${showEnd(end)}`),
      ...(people.length > 0 ? [line('With', show(people))] : []),
    ];
  }
  const messages = MailSummary.array().safeParse(Array.isArray(before) ? before : messagesOf(before));
  if (!messages.success) return [];
  const to = recipientsOf(before);
  return [
    ...messages.data
      .slice(0, 10)
      .map(({ from, subject }) => line('Message', `${subject || '(no subject)'} — ${show([from])}`)),
    ...(to ? [line('To', show(to))] : []),
  ];
}

const Recipients = z.array(z.object({ email: z.string(), name: z.string().optional() })).min(1);
/** The people an action reaches that its input does not name, where its `before` tells. */
export const recipientsOf = (before: unknown): z.infer<typeof Recipients> | undefined =>
  Recipients.safeParse(asValues(before).recipients).data;

const messagesOf = (before: unknown): unknown => {
  const { message, messages } = asValues(before);
  return messages ?? (message === undefined ? [before] : [message]);
};

const line = (label: string, value: string): CardField => ({ path: '', label, value: visible(value), kind: 'text' });

function choicesOf({ enum: values, type }: Schema): CardField['choices'] {
  if (type === 'boolean')
    return [
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ];
  return values?.map((value) => ({ value: String(value), label: showChoice(value, values) }));
}

const asValues = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
