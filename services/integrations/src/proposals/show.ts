import { type CardField, EventTime } from '@switchboard/contracts';
import type { z } from 'zod';
import { showRecurrence } from './show-recurrence.ts';

/** A value of a plan as a person reads it: times with their zone, people with their full addresses. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return words[value] ?? value;
  if (typeof value === 'number') return String(value);
  const time = EventTime.safeParse(value);
  if (time.success) return showTime(time.data);
  if (Array.isArray(value)) return showList(value);
  return showParts(value as Record<string, unknown>);
}

/** A value of a choice; what it says depends on what else could be chosen. */
export function showChoice(value: unknown, choices: readonly unknown[] | undefined): string {
  return value === 'all' && choices?.includes('following') ? 'The whole series' : show(value);
}

/** How a form would edit it. */
export function shapeOf(
  value: unknown,
  { enum: choices, maxLength = 0 }: z.core.JSONSchema.BaseSchema,
): CardField['kind'] {
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') return 'number';
  if (choices) return 'choice';
  if (EventTime.safeParse(value).success) return 'time';
  if (Array.isArray(value) && value.some(hasEmail)) return 'people';
  if (Array.isArray(value) && value.some((one) => has(one, 'fileId'))) return 'files';
  if (isRecurrence(value)) return 'recurrence';
  return maxLength > 2000 ? 'long_text' : 'text';
}

const words: Readonly<Record<string, string>> = {
  all: 'Everyone',
  external: 'Only people outside',
  none: 'Nobody',
  this: 'Only this one',
  following: 'This and the following',
  accepted: 'Yes',
  declined: 'No',
  tentative: 'Maybe',
};

/** An end as a person reads it: the last day of what takes whole days. */
export function showEnd(value: unknown): string {
  const time = EventTime.safeParse(value);
  if (!time.success || !('date' in time.data)) return show(value);
  const last = new Date(Date.parse(`${time.data.date}T00:00:00Z`) - 86_400_000);
  return showTime({ date: last.toISOString().slice(0, 10) });
}

function showTime(time: EventTime): string {
  if ('date' in time) return `${format({ timeZone: 'UTC' }, new Date(`${time.date}T00:00:00Z`))}, all day`;
  const { dateTime, timeZone } = time;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: known(timeZone) } as const;
  return `${format(clock, new Date(dateTime))} (${timeZone})`;
}

const format = (options: Intl.DateTimeFormatOptions, date: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...options,
  }).format(date);

function known(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function showList(values: readonly unknown[]): string {
  if (isRecurrence(values)) return showRecurrence(values);
  return values.map((one) => (hasEmail(one) ? showPerson(one) : show(one))).join(', ');
}

function showPerson({ name, email, optional }: { name?: string; email: string; optional?: boolean }): string {
  const person = name && name !== email ? `${name} <${email}>` : email;
  return optional ? `${person} (optional)` : person;
}

function showParts(value: Record<string, unknown>): string {
  if (typeof value.minutesBefore === 'number') return `${value.minutesBefore} min before (${show(value.method)})`;
  if (typeof value.name === 'string') return value.name;
  return Object.values(value).map(show).filter(Boolean).join(', ');
}

const has = (value: unknown, name: string): boolean => typeof value === 'object' && value !== null && name in value;
const hasEmail = (value: unknown): value is { name?: string; email: string; optional?: boolean } => has(value, 'email');
const isRecurrence = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.some((one) => typeof one === 'string' && /^(RRULE|RDATE|EXDATE)/.test(one));
