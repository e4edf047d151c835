import { EventTime } from '@switchboard/contracts';
import type { JsonObject } from '../schema-form/json-schema.ts';

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
export const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for what needs a line of its own under its name. */
export const isWide = (value: unknown): boolean =>
  isList(value) || (isRecord(value) && !EventTime.safeParse(value).success);

const mostColumns = 6;
const simple = (value: unknown): boolean => value !== null && value !== undefined && typeof value !== 'object';

/** @returns the members that a table of these rows shows: the plain ones first, ids last, six at most. */
export function columnsOf(rows: readonly JsonObject[]): string[] {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const weight = (key: string): number => {
    if (/^id$|Id$|^gid$/.test(key)) return 2;
    return rows.some((row) => simple(row[key])) ? 0 : 1;
  };
  return keys.toSorted((one, other) => weight(one) - weight(other)).slice(0, mostColumns);
}

/** @returns how a text is shown: a link out, a moment, a day, or as it is. */
export function kindOfText(text: string): 'link' | 'moment' | 'day' | 'text' {
  if (/^https?:\/\/\S+$/.test(text)) return 'link';
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return 'moment';
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'day' : 'text';
}
