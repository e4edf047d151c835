import type { Found } from '../types.ts';

/** Controls and format characters that change how text looks, or carry text, without being seen; the joiners of emoji and scripts stay. */
const hiding = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Every hidden character with its code point spelled out, such as `U+202E`. */
export function hiddenCharacters(text: string): Found<string>[] {
  return [...text.matchAll(hiding)].slice(0, 100).map((match) => ({
    value: `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    span: { start: match.index, end: match.index + match[0].length },
    text: match[0],
    sure: 1,
  }));
}

/** The same text with each hidden character made a space, so that offsets stay and no word is split unseen. */
export function withoutHidden(text: string): string {
  return text.replace(hiding, (hidden) => ' '.repeat(hidden.length));
}
