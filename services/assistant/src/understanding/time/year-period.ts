import { dayOf, partsOf } from './civil.ts';
import { ordinal, year } from './numbers.ts';
import { type Match, type Reader, longest } from './reader.ts';
import { figuresMonth, season } from './season.ts';
import type { RangeValue } from './values.ts';
import { whichOne } from './weekday-date.ts';

function years(from: number, to: number, extra?: Partial<RangeValue>): RangeValue {
  return { kind: 'range', grain: 'date', start: dayOf(from, 1, 1), end: dayOf(to, 1, 1), named: true, ...extra };
}

const decades: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
};

/** `2018`, `the year 2018`, `cy18`, `year 247`. */
function plainYear(reader: Reader, index: number): Match<RangeValue> | undefined {
  const led = reader.any(index, ['the year', 'year', 'cy', 'fy', 'the cy', 'calendar year', '=']);
  const small = led !== undefined && /^[0-9]{2,4}$/.test(reader.at(led)) ? Number(reader.at(led)) : undefined;
  if (led !== undefined && small !== undefined) {
    const full = reader.at(led).length === 2 ? 2000 + small : small;
    return { value: years(full, full + 1), next: led + 1 };
  }
  const said = year(reader, led ?? index);
  if (!said || (led === undefined && !isYear(reader, index, said))) return undefined;
  return { value: years(said.value, said.value + 1), next: said.next };
}

/** A bare number is a year where no other thing is counted with it. */
function isYear(reader: Reader, index: number, said: Match<number>): boolean {
  const number = reader.tokens[index]?.kind === 'number';
  const before = reader.at(index - 1);
  const after = reader.at(said.next);
  if (number && said.value < 1700 && !/^(?:in|since|until|before|after|year)$/.test(before)) return false;
  if (
    /^[$€£#%@:]$/.test(before) ||
    /^(?:%|percent|\$|hours?|people|pieces|dollars|meters|miles|km|kg|am|pm)$/.test(after)
  )
    return false;
  const hanging =
    reader.glued(index) &&
    /^[-./:]$/.test(before) &&
    reader.glued(index - 1) &&
    /^[0-9]+$/.test(reader.at(index - 2)) &&
    reader.at(index - 2).length !== 4;
  const decimal =
    reader.glued(said.next) &&
    /^[-./:,]$/.test(after) &&
    reader.glued(said.next + 1) &&
    /^[0-9]+$/.test(reader.at(said.next + 1)) &&
    reader.at(said.next + 1).length !== 4;
  if (hanging || decimal) return false;
  if (!number) return /^(?:in|since|until|before|after|from|of|by|,)$/.test(before) || reader.tokens.length <= 6;
  const led = /^(?:in|since|until|till|before|after|from|of|by|and|to|through|during|or|for|-|~|than|sales|=)$/.test(
    before,
  );
  const plural = reader.tokens[said.next]?.kind === 'word' && after.endsWith('s') && after.length > 3;
  return led || (said.value >= 1900 && said.value < 2100 && !plural);
}

/** `the seventies`, `the 2000s`, `the two thousands`, `15th century`. */
function decade(reader: Reader, index: number): Match<RangeValue> | undefined {
  const from = reader.skip(index, 'the');
  if (reader.any(from, ['two thousands'])) return { value: years(2000, 2010), next: from + 2 };
  const named = from > index || /^(?:in|during)$/.test(reader.at(index - 1)) ? decades[reader.at(from)] : undefined;
  if (named !== undefined)
    return {
      value: years(1900 + named, 1910 + named, {
        otherStart: dayOf(2000 + named, 1, 1),
        otherEnd: dayOf(2010 + named, 1, 1),
      }),
      next: from + 1,
    };
  const figures = reader.at(from);
  const plural = reader.any(from + 1, ['s', "' s"]);
  if (/^[0-9]{3}0$|^[0-9]0$/.test(figures) && plural !== undefined && reader.glued(from + 1)) {
    const first = figures.length === 2 ? 1900 + Number(figures) : Number(figures);
    return { value: years(first, first + 10), next: plural };
  }
  const nth = ordinal(reader, from);
  if (nth && reader.at(nth.next) === 'century')
    return { value: years((nth.value - 1) * 100, nth.value * 100), next: nth.next + 1 };
  return undefined;
}

/** `Q3`, `2017-q1`, `third quarter of next year`, `H2 2019`. */
function partOfYear(reader: Reader, index: number): Match<RangeValue> | undefined {
  const led = year(reader, index);
  const relative = whichOne(reader, index);
  const leadYear =
    led && reader.tokens[index]?.kind === 'number'
      ? led
      : relative && /^year(?:'s)?$/.test(reader.at(relative.next))
        ? { value: partsOf(reader.today).year + relative.value, next: relative.next + 1 }
        : undefined;
  const from = leadYear ? reader.skip(leadYear.next, '-', "' s", 'the') : reader.skip(index, 'the');
  const piece = yearPiece(reader, from);
  if (!piece) return undefined;
  if (leadYear) return { value: pieceOf(leadYear.value, piece.value), next: piece.next };
  const link = reader.skip(piece.next, 'of the', 'of', 'in', '-', ',');
  const after = year(reader, link);
  if (after) return { value: pieceOf(after.value, piece.value), next: after.next };
  const which = whichOne(reader, link);
  const here = partsOf(reader.today).year;
  if (which && /^(?:year|yr)$/.test(reader.at(which.next)))
    return { value: pieceOf(here + which.value, piece.value), next: which.next + 1 };
  const current = pieceOf(here, piece.value);
  const over = (current.end ?? 0) <= reader.today;
  const other = pieceOf(over ? here + 1 : here - 1, piece.value);
  const [coming, last] = over ? [other, current] : [current, other];
  const chosen = reader.past ? last : piece.value.named ? current : coming;
  const rest = chosen === current ? other : current;
  const next = /^year$/.test(reader.at(link)) ? link + 1 : piece.next;
  return { value: { ...chosen, otherStart: rest.start, otherEnd: rest.end }, next };
}

interface Piece {
  readonly months: number;
  readonly count: number;
  /** Spelled "third quarter" rather than Q3. */
  readonly named?: boolean;
}

function yearPiece(reader: Reader, index: number): Match<Piece> | undefined {
  const letter = reader.at(index);
  const number = reader.at(index + 1);
  if (
    (letter === 'q' || letter === 'h') &&
    /^[1-4]$/.test(number) &&
    reader.glued(index + 1) &&
    !(letter === 'h' && Number(number) > 2)
  ) {
    return { value: { months: letter === 'q' ? 3 : 6, count: Number(number) }, next: index + 2 };
  }
  const nth = ordinal(reader, index);
  if (!nth || nth.value > 4) return undefined;
  if (/^(?:quarter|qtr)$/.test(reader.at(nth.next)))
    return { value: { months: 3, count: nth.value, named: true }, next: nth.next + 1 };
  const half = reader.any(nth.next, ['half of the year', 'half year']);
  return half && nth.value <= 2 ? { value: { months: 6, count: nth.value, named: true }, next: half } : undefined;
}

function pieceOf(inYear: number, piece: Piece): RangeValue {
  const first = (piece.count - 1) * piece.months + 1;
  return {
    kind: 'range',
    grain: 'date',
    start: dayOf(inYear, first, 1),
    end: dayOf(inYear, first + piece.months, 1),
    named: true,
  };
}

/** Years and their parts. */
export function namedYears(reader: Reader, index: number): Match<RangeValue> | undefined {
  return reader.once(readNamedYears, index);
}

function readNamedYears(reader: Reader, index: number): Match<RangeValue> | undefined {
  return longest(
    figuresMonth(reader, index),
    decade(reader, index),
    partOfYear(reader, index),
    season(reader, index),
    plainYear(reader, index),
  );
}
