/** What a person looks for; every member narrows the search. */
export interface MailQuery {
  readonly query?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly unread?: boolean;
  readonly hasAttachment?: boolean;
  readonly after?: string;
  readonly before?: string;
}

/** Gmail's search text. Words are only ever words: no input can add an operator, close a quote or negate a term. */
export function searchText({ query, from, to, subject, unread, hasAttachment, after, before }: MailQuery): string {
  return [
    ...words(query).map(term),
    ...named('from', from),
    ...named('to', to),
    ...words(subject).map((word) => `subject:${term(word)}`),
    ...(unread === undefined ? [] : [unread ? 'is:unread' : 'is:read']),
    ...(hasAttachment === undefined ? [] : [hasAttachment ? 'has:attachment' : '-has:attachment']),
    ...(after ? [`after:${seconds(after)}`] : []),
    ...(before ? [`before:${seconds(before)}`] : []),
  ].join(' ');
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

const named = (operator: string, value = ''): string[] => {
  const name = value.replaceAll(/["\p{Cc}\s]+/gu, ' ').trim();
  return name === '' ? [] : [`${operator}:${term(name)}`];
};

/** Splits at spaces; what stands in double quotes stays one phrase. */
const words = (text = ''): string[] =>
  [...text.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([all, phrase]) => (phrase ?? all).replaceAll(/\p{Cc}+/gu, ' ').trim())
    .filter(Boolean);

const plain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@'’-]*$/u;
const operators = /^(?:OR|AND|NOT|AROUND)$/;

const term = (word: string): string =>
  plain.test(word) && !operators.test(word) ? word : `"${word.replaceAll('"', ' ').trim()}"`;
