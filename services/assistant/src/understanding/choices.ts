const numbers: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  one: 0,
  second: 1,
  '2nd': 1,
  two: 1,
  third: 2,
  '3rd': 2,
  three: 2,
  fourth: 3,
  '4th': 3,
  four: 3,
  fifth: 4,
  '5th': 4,
  five: 4,
  sixth: 5,
  '6th': 5,
  six: 5,
  seventh: 6,
  eighth: 7,
  ninth: 8,
  tenth: 9,
};
const chosen =
  /^[^\p{L}\p{N}#]{0,5}(?:(?:i(?:'ll| will)? (?:take|want|pick|choose|prefer)|take|pick|choose|select|use|go with|let's do|open|show|read|the|option|number|no|#|reply to|accept)\s?){0,4}(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|last|former|latter|one|two|three|four|five|six|\d{1,2})(?:\s(?:one|option|choice|please|slot|time|result|event|meeting|e-?mail|message|of them))?[.!?,\s]{0,5}(?:please|thanks)?[.!?]{0,3}$/iu;

/** The place in the list that was meant, by number or by name. */
export function choiceIn(text: string, labels: readonly string[]): number | undefined {
  const match = chosen.exec(text);
  const word = match?.[1]?.toLowerCase();
  if (word !== undefined) {
    const index =
      word === 'last' || word === 'latter'
        ? labels.length - 1
        : word === 'former'
          ? 0
          : (numbers[word] ?? Number(word) - 1);
    return index >= 0 && index < labels.length ? index : undefined;
  }
  const wanted = text
    .toLowerCase()
    .replace(/^(?:the|with|from)\s|[.!?]+$/gu, '')
    .trim();
  if (wanted.length < 2) return undefined;
  const hits = labels.flatMap((label, index) =>
    label.toLowerCase() === wanted ||
    (wanted.length > 2 &&
      label
        .toLowerCase()
        .split(/[\s,<>()@.]+/u)
        .includes(wanted))
      ? [index]
      : [],
  );
  return hits.length === 1 ? hits[0] : undefined;
}
