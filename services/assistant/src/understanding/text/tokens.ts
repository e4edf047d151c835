/** One word, number or sign; letters and digits that touch are two tokens (`3pm` is `3`, `pm`). */
export interface Token {
  /** Lower case, accents kept, curly apostrophes straightened. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'sign';
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly spaced: boolean;
}

const pattern = /\p{N}+|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\S/gu;
const isNumber = /^\p{N}/u;
const isWord = /^[\p{L}\p{M}]/u;

/** Messages longer than this are read up to here; nothing beyond is a command. */
export const readAtMost = 20_000;

/** Cuts a message into tokens in one pass; offsets are those of the message as given. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.slice(0, readAtMost).matchAll(pattern)) {
    const written = match[0];
    const start = match.index;
    const kind = isNumber.test(written) ? 'number' : isWord.test(written) ? 'word' : 'sign';
    const lower = written.toLowerCase().replaceAll('’', "'");
    tokens.push({ text: lower, kind, start, end: start + written.length, spaced: start > last || start === 0 });
    last = start + written.length;
  }
  return tokens;
}
