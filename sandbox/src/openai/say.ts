import { createHash } from 'node:crypto';

export interface Turn {
  readonly role: string;
  readonly text: string;
}

/** What the stand-in answers: always the same to the same question, and never clever. */
export function say(turns: readonly Turn[], mostWords: number): { text: string; cut: boolean } {
  const question = turns.findLast(({ role }) => role === 'user')?.text ?? '';
  const rules = turns.filter(({ role }) => role === 'system' || role === 'developer').map(({ text }) => text);
  const short = /one word/i.test(rules.join(' '));
  const words = short ? ['Tomas.'] : sentence(question, turns.length).split(' ');
  return { text: words.slice(0, mostWords).join(' '), cut: words.length > mostWords };
}

const sentence = (question: string, turns: number): string =>
  `This is the sandbox’s model. You asked: “${question.replaceAll(/\s+/g, ' ').trim().slice(0, 160)}” ` +
  (turns > 2 ? `I have read the ${turns - 1} messages before it.` : 'A real model would answer it here.');

/** About four characters a token, as a rule of thumb. */
export const tokensOf = (text: string): number => Math.max(1, Math.ceil(text.length / 4));

/** The pieces in which an answer is streamed. */
export const piecesOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** A unit vector that depends on the text alone; texts that share words lie closer. */
export function vectorOf(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? ['']) {
    const digest = createHash('sha256').update(word).digest();
    for (let at = 0; at < 16; at += 2) vector[digest.readUInt16BE(at) % dimensions]! += digest[at + 16]! / 128 - 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => Number((value / length).toFixed(7)));
}
