import { Refusal } from '../../kit/refusal.ts';
import type { CrmRecord } from './state.ts';

const textOf = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return 'name' in value ? String(value.name) : '';
  return value === undefined || value === null ? '' : String(value as string | number);
};

/** True where a word of the record begins with the word that is looked for. */
export const hasWord = (record: CrmRecord, word: string): boolean => {
  const words = Object.entries(record)
    .filter(([name]) => !/^(id|Owner|Created|Modified|\$)/.test(name))
    .flatMap(([, value]) =>
      textOf(value)
        .toLowerCase()
        .split(/[\s@.,;:]+/),
    );
  return word
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((one) => one.startsWith(part)));
};

const condition = /^\(([A-Za-z_]+):(equals|starts_with):((?:\\.|[^\\()])*)\)$/;

/** A test for criteria as `(Email:equals:x)` or two of them joined by `and`. @throws {Refusal} for anything else. */
export function criteriaTest(criteria: string): (record: CrmRecord) => boolean {
  const joined = /^\((\(.*\))and(\(.*\))\)$/.exec(criteria);
  if (joined) {
    const [one, other] = [criteriaTest(joined[1]!), criteriaTest(joined[2]!)];
    return (record) => one(record) && other(record);
  }
  const match = condition.exec(criteria);
  if (!match)
    throw new Refusal('invalid', 'Please check whether the input values are correct', { code: 'INVALID_QUERY' });
  const [, field = '', comparison, escaped = ''] = match;
  const wanted = escaped.replaceAll(/\\(.)/g, '$1').toLowerCase();
  return (record) => {
    const is = textOf(record[field]).toLowerCase();
    return comparison === 'equals' ? is === wanted : is.startsWith(wanted);
  };
}
