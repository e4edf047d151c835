import { GoogleError } from '../errors.ts';
import { isTrashed, roleOf } from './access.ts';
import type { DriveState, StoredFile } from './model.ts';
import { rootOf } from './state.ts';

/** What a term of a search looks at. */
export interface Searched {
  readonly state: DriveState;
  readonly file: StoredFile;
  /** Who searches. */
  readonly email: string;
  /** The words of a file's content. */
  readonly content: (file: StoredFile) => string;
}
export type Predicate = (searched: Searched) => boolean;

export const badQuery = (): GoogleError => new GoogleError(400, 'invalid', 'Invalid Value', { location: 'q' });

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Google finds by the beginnings of words. */
const mentions = (text: string, wanted: string): boolean => {
  const known = words(text);
  const asked = words(wanted);
  return asked.length > 0 && asked.every((word) => known.some((one) => one.startsWith(word)));
};

type Test = (operator: string, value: string) => Predicate;

const text =
  (of: (searched: Searched) => string): Test =>
  (operator, value) => {
    if (operator === '=') return (searched) => of(searched).toLowerCase() === value.toLowerCase();
    if (operator === '!=') return (searched) => of(searched).toLowerCase() !== value.toLowerCase();
    if (operator === 'contains') return (searched) => mentions(of(searched), value);
    throw badQuery();
  };

const time =
  (of: (file: StoredFile) => string): Test =>
  (operator, value) => {
    const wanted = Date.parse(value);
    if (Number.isNaN(wanted)) throw badQuery();
    const tests: Record<string, (at: number) => boolean> = {
      '=': (at) => at === wanted,
      '!=': (at) => at !== wanted,
      '<': (at) => at < wanted,
      '<=': (at) => at <= wanted,
      '>': (at) => at > wanted,
      '>=': (at) => at >= wanted,
    };
    const test = tests[operator];
    if (!test) throw badQuery();
    return ({ file }) => test(Date.parse(of(file)));
  };

const flag =
  (of: (searched: Searched) => boolean): Test =>
  (operator, value) => {
    if (!['=', '!='].includes(operator) || !['true', 'false'].includes(value)) throw badQuery();
    const wanted = (value === 'true') === (operator === '=');
    return (searched) => of(searched) === wanted;
  };

/** `name contains '…'` and its like, by the name of what is looked at. */
export const terms: Readonly<Record<string, Test>> = {
  name: text(({ file }) => file.name),
  mimeType: (operator, value) =>
    operator === 'contains'
      ? ({ file }) => file.mimeType.startsWith(value)
      : text(({ file }) => file.mimeType)(operator, value),
  fullText: (operator, value) => {
    if (operator !== 'contains') throw badQuery();
    return ({ file, content }) => mentions(`${file.name} ${file.description ?? ''} ${content(file)}`, value);
  },
  modifiedTime: time(({ modifiedTime }) => modifiedTime),
  createdTime: time(({ createdTime }) => createdTime),
  trashed: flag(({ state, file }) => isTrashed(state, file)),
  starred: flag(({ file, email }) => file.starred.includes(email)),
  sharedWithMe: flag(
    ({ state, file, email }) => !file.driveId && file.owner !== email && roleOf(state, file, email) !== undefined,
  ),
};

/** `'…' in parents` and its like. */
export const memberships: Readonly<Record<string, (value: string) => Predicate>> = {
  parents:
    (value) =>
    ({ file, email }) =>
      file.parent === (value === 'root' ? rootOf(email) : value),
  owners:
    (value) =>
    ({ file, email }) =>
      file.owner === (value === 'me' ? email : value),
  writers:
    (value) =>
    ({ file }) =>
      file.permissions.some((one) => one.emailAddress === value && one.role !== 'reader'),
  readers:
    (value) =>
    ({ file }) =>
      file.permissions.some((one) => one.emailAddress === value),
};

/** `appProperties has { key='…' and value='…' }`. */
export const propertyBags: Readonly<Record<string, (key: string, value: string) => Predicate>> = {
  appProperties:
    (key, value) =>
    ({ file }) =>
      file.byApp && file.appProperties[key] === value,
  properties:
    (key, value) =>
    ({ file }) =>
      file.properties[key] === value,
};
