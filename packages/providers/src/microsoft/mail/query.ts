import type { GraphMessage } from './answer.ts';
import { literal } from './calls.ts';

/** What a person looks for; every member narrows the search. */
export interface MailQuery {
  readonly query?: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly subject?: string | undefined;
  readonly unread?: boolean | undefined;
  readonly flagged?: boolean | undefined;
  readonly hasAttachment?: boolean | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly category?: string | undefined;
}

/**
 * The words as a search of Outlook's index, or undefined where there are none. Words are only ever words: no input adds an operator.
 * @see https://learn.microsoft.com/graph/search-query-parameter (read 2026-11-21)
 */
export function searchText({ query, from, to, subject }: MailQuery): string | undefined {
  const terms = [...words(query).map(term), ...named('from', from), ...named('to', to), ...words(subject).map((word) => `subject:${term(word)}`)]; // prettier-ignore
  return terms.length > 0 ? `"${terms.join(' AND ').replaceAll(/["\\]/g, String.raw`\$&`)}"` : undefined;
}

/**
 * Everything but words as a filter, newest first. What is sorted by comes first in it, or Outlook finds it too complex.
 * @see https://learn.microsoft.com/graph/api/user-list-messages (read 2026-11-21)
 */
export function filterOf({ unread, flagged, hasAttachment, after, before, category }: MailQuery): string | undefined {
  const conditions = [
    ...(before ? [`receivedDateTime lt ${utc(before)}`] : []),
    ...(unread === undefined ? [] : [`isRead eq ${!unread}`]),
    ...(flagged === undefined ? [] : [`flag/flagStatus ${flagged ? 'eq' : 'ne'} 'flagged'`]),
    ...(hasAttachment === undefined ? [] : [`hasAttachments eq ${hasAttachment}`]),
    ...(category === undefined ? [] : [`categories/any(c:c eq ${literal(category)})`]),
  ];
  if (conditions.length === 0 && !after) return undefined;
  return [`receivedDateTime gt ${after ? utc(after) : '1900-01-01T00:00:00Z'}`, ...conditions].join(' and ');
}

/** What a search of the index cannot be asked, told of a message it found. */
export function fits(message: GraphMessage, asked: MailQuery): boolean {
  const at = Date.parse(message.receivedDateTime);
  const isFlagged = message.flag?.flagStatus === 'flagged';
  return (
    (asked.unread ?? !message.isRead) === !message.isRead &&
    (asked.flagged ?? isFlagged) === isFlagged &&
    (asked.hasAttachment ?? message.hasAttachments) === message.hasAttachments &&
    (!asked.after || at > Date.parse(asked.after)) &&
    (!asked.before || at < Date.parse(asked.before)) &&
    (asked.category === undefined || message.categories.includes(asked.category))
  );
}

const utc = (instant: string): string => new Date(instant).toISOString();

const named = (property: string, value = ''): string[] => {
  const name = clean(value);
  return name === '' ? [] : [`${property}:${term(name)}`];
};

const clean = (text: string): string => text.replaceAll(/["\\\p{Cc}\s]+/gu, ' ').trim();

/** Splits at spaces; what stands in double quotes stays one phrase. */
const words = (text = ''): string[] =>
  [...text.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([all, phrase]) => clean(phrase ?? all)).filter(Boolean);

const plain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@'’]*$/u;
const operators = /^(?:OR|AND|NOT|NEAR|ONEAR|XRANK|WORDS|ALL|ANY)$/i;
const term = (word: string): string => (plain.test(word) && !operators.test(word) ? word : `"${word}"`);
