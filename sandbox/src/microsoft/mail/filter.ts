import { invalid } from '../errors.ts';
import type { StoredMessage } from './state.ts';

type Test = (message: StoredMessage) => boolean;
const unquoted = (text: string): string => text.replaceAll("''", "'");
const quoted = String.raw`'((?:[^']|'')*)'`;

const compared: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  ge: (a, b) => a >= b,
  gt: (a, b) => a > b,
  le: (a, b) => a <= b,
  lt: (a, b) => a < b,
};

const hasAttachments = ({ attachments }: StoredMessage): boolean => attachments.some(({ isInline }) => !isInline);

/** The conditions that Outlook takes here, and what each tests. */
const conditions: readonly (readonly [pattern: RegExp, test: (...found: string[]) => Test])[] = [
  [/^receivedDateTime (ge|gt|le|lt) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)$/, (how, at) => ({ received }) => compared[how!]!(Date.parse(received), Date.parse(at!))],
  [/^(isRead|isDraft) eq (true|false)$/, (name, is) => (message) => String(message[name as 'isRead']) === is],
  [/^hasAttachments eq (true|false)$/, (is) => (message) => String(hasAttachments(message)) === is],
  [/^flag\/flagStatus (eq|ne) '(notFlagged|complete|flagged)'$/, (how, status) => ({ flagStatus }) => (flagStatus === status) === (how === 'eq')],
  [new RegExp(`^conversationId eq ${quoted}$`), (id) => ({ conversationId }) => conversationId === unquoted(id!)],
  [new RegExp(`^subject eq ${quoted}$`), (text) => ({ subject }) => subject === unquoted(text!)],
  [new RegExp(`^from/emailAddress/address eq ${quoted}$`), (text) => ({ from }) => from?.address === unquoted(text!).toLowerCase()],
  [new RegExp(`^categories/any\\(c:c eq ${quoted}\\)$`), (name) => ({ categories }) => categories.includes(unquoted(name!))],
  [new RegExp(`^singleValueExtendedProperties/any\\(ep: ?ep/id eq ${quoted} and ep/value eq ${quoted}\\)$`), (id, value) => ({ properties }) => properties.some((one) => one.id === unquoted(id!) && one.value === unquoted(value!))],
]; // prettier-ignore

/** Cuts at ` and ` outside of quotes and brackets. */
function clausesOf(filter: string): string[] {
  const clauses: string[] = [];
  let [depth, inQuotes, from] = [0, false, 0];
  for (let at = 0; at < filter.length; at += 1) {
    const character = filter[at];
    if (character === "'") inQuotes = !inQuotes;
    if (inQuotes) continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth > 0 || !filter.startsWith(' and ', at)) continue;
    clauses.push(filter.slice(from, at));
    from = at + 5;
  }
  return [...clauses, filter.slice(from)];
}

/** The messages that a filter leaves. @throws {Refusal} 400 for a filter that is not understood, or too complex to sort. */
export function filtered(
  messages: readonly StoredMessage[],
  $filter: string | undefined,
  $orderby: string | undefined,
): StoredMessage[] {
  if ($filter === undefined) return [...messages];
  const clauses = clausesOf($filter);
  if ($orderby !== undefined && !clauses[0]!.startsWith('receivedDateTime'))
    throw invalid('The restriction or sort order is too complex for this operation.', 'InefficientFilter');
  const tests = clauses.map((clause) => {
    for (const [pattern, test] of conditions) {
      const found = pattern.exec(clause);
      if (found) return test(...found.slice(1));
    }
    throw invalid(`Invalid filter clause: ${clause.slice(0, 100)}`, 'ErrorInvalidUrlQueryFilter');
  });
  return messages.filter((message) => tests.every((test) => test(message)));
}
