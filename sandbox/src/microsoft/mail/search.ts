import { invalid } from '../errors.ts';
import type { Correspondent, StoredMessage } from './state.ts';
import { plainOf } from './text.ts';

const people = (list: readonly (Correspondent | null)[]): string =>
  list.map((one) => (one ? `${one.name} ${one.address}` : '')).join(' ');

/** What each property of a search looks into. */
const places: Readonly<Record<string, (message: StoredMessage) => string>> = {
  from: ({ from }) => people([from]),
  to: ({ toRecipients }) => people(toRecipients),
  cc: ({ ccRecipients }) => people(ccRecipients),
  subject: ({ subject }) => subject,
  body: ({ body }) => plainOf(body),
  attachment: ({ attachments }) => attachments.map(({ name }) => name).join(' '),
  '': ({ from, subject, body }) => [people([from]), subject, plainOf(body)].join(' '),
};

const clause = /^(?:([a-z]+):)?(?:"([^"]+)"|([^\s":()=<>]+))$/i;

/**
 * The messages with all of the words, those of one property where it is named; words may begin anywhere a word does.
 * @see https://learn.microsoft.com/graph/search-query-parameter (read 2026-11-21)
 * @throws {Refusal} 400 for what is not `"…"`, or has other operators.
 */
export function searched(messages: readonly StoredMessage[], $search: string): StoredMessage[] {
  const inner = /^"((?:[^"\\]|\\["\\])+)"$/.exec($search)?.[1]?.replaceAll(/\\(["\\])/g, '$1');
  if (inner === undefined) throw invalid(`Syntax error in $search: ${$search.slice(0, 100)}`, 'BadRequest');
  const tests = inner.split(' AND ').map((text) => {
    const [, property = '', phrase, word = phrase] = clause.exec(text) ?? [];
    const place = places[property.toLowerCase()];
    if (word === undefined || !place) throw invalid(`Syntax error in $search: ${text.slice(0, 100)}`, 'BadRequest');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`)}`, 'iu');
    return (message: StoredMessage) => pattern.test(place(message));
  });
  return messages.filter((message) => tests.every((test) => test(message)));
}
