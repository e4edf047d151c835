const hidden =
  /[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
const joinsPictures = /\p{Extended_Pictographic}\uFE0F?$/u;
const pictureNext = /^\p{Extended_Pictographic}/u;

/** @returns the text with characters that hide or turn it around written out, so that what is read is what is there (P-1). */
export const shownText = (text: string): string =>
  text.replace(hidden, (character: string, at: number) => {
    if (character === '\u200D' && joinsPictures.test(text.slice(0, at)) && pictureNext.test(text.slice(at + 1)))
      return character;
    return `⟨U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
