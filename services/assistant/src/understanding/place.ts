import type { Found, Place } from './types.ts';

/** A place that a message names, and what it can do. */
export interface NamedPlace {
  readonly found: Found<string>;
  readonly kinds: readonly string[];
  /** "To" or "from" stands before it, as before people. */
  readonly loose: boolean;
}

const things =
  'tasks?|to-?dos?|to-?do lists?|lists?|projects?|boards?|cards?|files?|folders?|documents?|docs?|messages?|channels?|chats?|dms?|calendars?|e-?mails?|mails?|inbox|account';
const lead = /(?:^|\s)(in|on|inside|via|through|using|over|into|onto|to|from|under)\s+(?:(?:my|our|the)\s+)?$/iu;
const state = /\b(?:am|is|are|was|were|be|been|i['’]m|we['’]re|it['’]s)\s+(?:in|on)\s+(?:(?:my|our|the)\s+)?$/iu;
const bodyLead = /["“«]|:\s|\b(?:that|saying|says|about)\s/iu;
const ends = (rest: string): boolean =>
  !/[\p{L}\p{N}]/u.test(rest.replaceAll(/\b(?:account|app|workspace|please)\b/giu, ''));

/** The first account or service named as where something is or goes; what stands inside a text that is sent names none. */
export function placeIn(text: string, places: readonly Place[] = []): NamedPlace | undefined {
  const head = text.slice(0, 1000);
  const body = head.search(bodyLead);
  const named = places
    .filter(({ name }) => name.trim().length > 2)
    .flatMap((place) => [...occurrences(head, place)])
    .filter(({ found: { span } }) => body < 0 || span.start < body || ends(head.slice(span.end)));
  return named.toSorted((a, b) => b.found.value.length - a.found.value.length)[0];
}

/** The message with the words that name a place made spaces, so that offsets stay. */
export const withoutPlace = (text: string, { found: { span } }: NamedPlace): string =>
  text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end);

const escaped = (name: string): string => name.replaceAll(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`);

function* occurrences(text: string, { name, kinds }: Place): Generator<NamedPlace> {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}@.#])${escaped(name)}(?![\\p{L}\\p{N}@]|\\.\\p{L})`, 'giu');
  for (const { index, 0: written } of text.matchAll(pattern)) {
    const before = text.slice(0, index);
    const rest = text.slice(index + written.length);
    const led = lead.exec(before);
    const word = led?.[1]?.toLowerCase() ?? '';
    const of = (start: number): Found<string> => {
      const end = index + written.length;
      return { value: name, span: { start, end }, text: text.slice(start, end), sure: 0.9 };
    };
    if (led && !state.test(before))
      yield { found: of(index - led[0].trimStart().length), kinds, loose: loose.test(word) };
    else if (new RegExp(`^\\s+(?:${things})\\b`, 'iu').test(rest)) yield { found: of(index), kinds, loose: false };
    else if (kinds.includes('messages') && asVerb.test(before) && /^\s+\p{L}/u.test(rest))
      yield { found: of(index), kinds, loose: false };
  }
}

const loose = /^(?:to|from|into|onto|under)$/;
/** Where a verb stands: at the beginning, courtesies left out. */
const asVerb = /^\W*(?:(?:please|can you|could you|hey|ok|and|now)\s+){0,3}$/iu;
