/* Characters that a person cannot see, or that turn the order of others: format characters, tags, variation selectors, controls. */
const hidden = /[\p{Cf}\p{Cc}\u{115F}\u{1160}\u{3164}\u{FFA0}\u{E0100}-\u{E01EF}]/gu;
/** Needed inside emoji and scripts; kept where they join visible characters. */
const joiners = new Set(['\u200d', '\u200c']);
const kept = new Set(['\n', '\t']);

/** Shows hidden and bidi characters as `⟨U+202E⟩`, so that a card never looks other than it is (P-1). */
export const visible = (text: string): string =>
  text.replaceAll(hidden, (character, at: number) =>
    kept.has(character) || (joiners.has(character) && joins(text, at)) ? character : `⟨U+${hex(character)}⟩`,
  );

/** True where a joiner stands between two pictographs or two letters of a joining script. */
function joins(text: string, at: number): boolean {
  const before = text.slice(0, at).at(-1) ?? '';
  const after = text.slice(at + 1, at + 3);
  return (
    /[\p{Extended_Pictographic}\p{M}\u{FE0F}\u{DC00}-\u{DFFF}\p{Script=Arabic}\p{Script=Devanagari}]/u.test(before) &&
    after !== ''
  );
}

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
