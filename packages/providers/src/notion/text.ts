import { z } from 'zod';

export const RichText = z.array(z.object({ plain_text: z.string() }));

export const plain = (text: z.infer<typeof RichText> | undefined): string =>
  (text ?? []).map(({ plain_text: part }) => part).join('');

/** Most characters of one piece of text. @see https://developers.notion.com/reference/request-limits (2026-11-21) */
const longest = 2000;

/** A text in pieces that Notion takes; never cut inside a character. */
export function rich(text: string): { text: { content: string } }[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece.length + character.length > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  if (piece !== '') pieces.push(piece);
  return pieces.map((content) => ({ text: { content } }));
}
