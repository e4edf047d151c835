import type { Token } from '../text/tokens.ts';
import type { TimeExpression } from '../time/expressions.ts';

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** Words beyond this many say nothing more about the intent. */
const wordsRead = 60;

function shape(token: Token): string {
  if (token.kind === 'number') return '0'.repeat(Math.min(token.text.length, 4));
  return token.text;
}

function timeName({ value }: TimeExpression): string {
  return value.kind === 'range' ? `#${value.grain}s` : `#${value.kind}`;
}

/** The words as they stand, and again with every time expression made one word. */
function bothReadings(tokens: readonly Token[], times: readonly TimeExpression[]): [string[], string[]] {
  const plain: string[] = [];
  const folded: string[] = [];
  let inside: TimeExpression | undefined;
  for (const token of tokens) {
    if (plain.length >= wordsRead) break;
    if (token.kind === 'sign' && token.text !== '?' && token.text !== '@') continue;
    plain.push(shape(token));
    const time = times.find(({ span }) => token.start >= span.start && token.start < span.end);
    if (time && time === inside) continue;
    folded.push(time ? timeName(time) : shape(token));
    inside = time;
  }
  return [plain, folded];
}

/** Hashes of the words, pairs, triples, word pieces and gaps of a message, each once. */
export function features(tokens: readonly Token[], times: readonly TimeExpression[]): number[] {
  const [plain, folded] = bothReadings(tokens, times);
  const found = new Set<number>([hash('bias')]);
  for (const word of plain) {
    found.add(hash(`w:${word}`));
    pieces(word, found);
  }
  const padded = ['^', ...folded, '$'];
  for (let index = 0; index < padded.length; index++) {
    const word = padded[index] ?? '';
    const next = padded[index + 1];
    const third = padded[index + 2];
    if (word.startsWith('#')) found.add(hash(`w:${word}`));
    if (next !== undefined) found.add(hash(`b:${word} ${next}`));
    if (third !== undefined) found.add(hash(`s:${word} _ ${third}`));
    if (next !== undefined && third !== undefined) found.add(hash(`t:${word} ${next} ${third}`));
  }
  const count = folded.length;
  found.add(hash(`l:${count < 3 ? count : count < 6 ? 'few' : count < 14 ? 'some' : 'many'}`));
  return [...found];
}

/** Beginnings, ends and pieces of a word, so that misspellings and inflections still count. */
function pieces(word: string, into: Set<number>): void {
  if (word.length < 4 || word.length > 24) return;
  const edged = `<${word}>`;
  for (let index = 0; index + 4 <= edged.length; index++) into.add(hash(`c:${edged.slice(index, index + 4)}`));
  into.add(hash(`p:${word.slice(0, 3)}`));
}
