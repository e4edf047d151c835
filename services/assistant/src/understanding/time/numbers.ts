import type { Match, Reader } from './reader.ts';

const units: Record<string, number> = {
  zero: 0,
  oh: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ordinalUnits: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
};
const fractions: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** Digits without sign, at most nine. */
export function digits(reader: Reader, index: number): number | undefined {
  const text = reader.at(index);
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}

/** `seven`, `twenty one`, `forty-five`: nought to ninety-nine in words. */
export function wordNumber(reader: Reader, index: number): Match<number> | undefined {
  const word = reader.at(index);
  const ten = tens[word];
  if (ten !== undefined) {
    const dash = reader.at(index + 1) === '-' ? index + 2 : index + 1;
    const unit = units[reader.at(dash)];
    if (unit !== undefined && unit > 0 && unit < 10) return { value: ten + unit, next: dash + 1 };
    return { value: ten, next: index + 1 };
  }
  const unit = units[word];
  return unit === undefined ? undefined : { value: unit, next: index + 1 };
}

/** A whole number in digits or words. */
export function wholeNumber(reader: Reader, index: number): Match<number> | undefined {
  const plain = digits(reader, index);
  if (plain !== undefined) return { value: plain, next: index + 1 };
  const word = wordNumber(reader, index);
  if (word && reader.at(word.next) === 'hundred') {
    const rest = wordNumber(reader, reader.skip(word.next + 1, 'and'));
    return rest
      ? { value: word.value * 100 + rest.value, next: rest.next }
      : { value: word.value * 100, next: word.next + 1 };
  }
  return word;
}

/** A number that may have a fraction: `2.5`, `two and a half`, `½`, `a`, `a couple of`, `a few`. */
export function quantity(reader: Reader, index: number): Match<number> | undefined {
  const some = reader.any(index, ['a couple of', 'a couple', 'couple of', 'couple']);
  if (some) return { value: 2, next: some };
  const few = reader.any(index, ['a few', 'few', 'several', 'some']);
  if (few) return { value: 3, next: few };
  const half = reader.any(index, ['half an', 'half a', 'half', 'an half', 'a half']);
  if (half) return { value: 0.5, next: half };
  const quarter = reader.any(index, ['a quarter of an', 'quarter of an', 'a quarter']);
  if (quarter) return { value: 0.25, next: quarter };
  const quarters = reader.any(index, ['three quarters of an', 'three - quarters of an', 'three quarter of an']);
  if (quarters) return { value: 0.75, next: quarters };
  const slash =
    /^[1-3]$/.test(reader.at(index)) && reader.at(index + 1) === '/' && /^[248]$/.test(reader.at(index + 2));
  if (slash && reader.glued(index + 1))
    return { value: Number(reader.at(index)) / Number(reader.at(index + 2)), next: index + 3 };
  const sign = fractions[reader.at(index)];
  if (sign !== undefined) return { value: sign, next: index + 1 };
  const whole = wholeNumber(reader, index);
  if (whole) return withFraction(reader, whole);
  const article = reader.any(index, ['a', 'an', 'another']);
  return article ? { value: 1, next: article } : undefined;
}

function withFraction(reader: Reader, whole: Match<number>): Match<number> {
  const sign = fractions[reader.at(whole.next)];
  if (sign !== undefined) return { value: whole.value + sign, next: whole.next + 1 };
  const point = reader.at(whole.next) === '.' && reader.glued(whole.next) && reader.glued(whole.next + 1);
  const decimals = reader.at(whole.next + 1);
  if (point && /^[0-9]{1,6}$/.test(decimals)) {
    return { value: Number(`${whole.value}.${decimals}`), next: whole.next + 2 };
  }
  const half = reader.any(whole.next, ['and a half', 'and an half', 'and half']);
  if (half) return { value: whole.value + 0.5, next: half };
  const quarter = reader.any(whole.next, ['and a quarter']);
  return quarter ? { value: whole.value + 0.25, next: quarter } : whole;
}

/** `1st`, `third`, `twenty-first`. */
export function ordinal(reader: Reader, index: number): Match<number> | undefined {
  const plain = digits(reader, index);
  if (plain !== undefined) {
    const suffix = reader.glued(index + 1) && /^(?:st|nd|rd|th)$/.test(reader.at(index + 1));
    return suffix && plain <= 100 ? { value: plain, next: index + 2 } : undefined;
  }
  const one = ordinalUnits[reader.at(index)];
  if (one !== undefined) return { value: one, next: index + 1 };
  const ten = tens[reader.at(index)];
  if (ten === undefined) return undefined;
  const dash = reader.at(index + 1) === '-' ? index + 2 : index + 1;
  const unit = ordinalUnits[reader.at(dash)];
  return unit !== undefined && unit < 10 ? { value: ten + unit, next: dash + 1 } : undefined;
}

/** A year: four digits, `'26`, `nineteen ninety nine`, `two thousand and eighteen`. */
export function year(reader: Reader, index: number): Match<number> | undefined {
  const text = reader.at(index);
  if (/^[0-9]{4}$/.test(text)) {
    const value = Number(text);
    return value >= 1300 && value < 2300 ? { value, next: index + 1 } : undefined;
  }
  return spokenYear(reader, index);
}

function spokenYear(reader: Reader, index: number): Match<number> | undefined {
  const high = wordNumber(reader, index);
  if (!high || high.value === 0) return undefined;
  if (reader.at(high.next) === 'thousand') return thousandYear(reader, high);
  if (high.value < 13 || high.value > 22) return undefined;
  if (reader.at(high.next) === 'hundred') {
    const rest = wordNumber(reader, reader.skip(high.next + 1, 'and'));
    return { value: high.value * 100 + (rest?.value ?? 0), next: rest?.next ?? high.next + 1 };
  }
  const low = wordNumber(reader, high.next);
  if (!low) return undefined;
  if (low.value === 0) {
    const unit = wordNumber(reader, low.next);
    return unit && unit.value < 10 ? { value: high.value * 100 + unit.value, next: unit.next } : undefined;
  }
  return low.value >= 10 ? { value: high.value * 100 + low.value, next: low.next } : undefined;
}

function thousandYear(reader: Reader, high: Match<number>): Match<number> | undefined {
  if (high.value > 2) return undefined;
  const base = high.value * 1000;
  const hundreds = wordNumber(reader, high.next + 1);
  if (hundreds && reader.at(hundreds.next) === 'hundred') {
    const rest = wordNumber(reader, reader.skip(hundreds.next + 1, 'and'));
    return { value: base + hundreds.value * 100 + (rest?.value ?? 0), next: rest?.next ?? hundreds.next + 1 };
  }
  const rest = wordNumber(reader, reader.skip(high.next + 1, 'and'));
  return { value: base + (rest?.value ?? 0), next: rest?.next ?? high.next + 1 };
}
