import { dayOf, partsOf, weekdayOf, type Day } from './civil.ts';
import { year as yearNumber } from './numbers.ts';
import { choose } from './pick.ts';
import type { Match, Reader } from './reader.ts';
import type { DateValue } from './values.ts';
import { whichOne } from './weekday-date.ts';

type Rule = (year: number) => Day;

const on =
  (month: number, day: number): Rule =>
  (year) =>
    dayOf(year, month, day);

/** The nth weekday of a month; -1 is the last. */
function nth(month: number, weekday: number, count: number, plus = 0): Rule {
  return (year) => {
    if (count < 0) {
      const last = dayOf(year, month + 1, 0);
      return last - ((weekdayOf(last) - weekday + 7) % 7) + plus;
    }
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7 + plus;
  };
}

/** Gregorian Easter by the anonymous computus. */
const easter: Rule = (year) => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
};
const aroundEaster =
  (plus: number): Rule =>
  (year) =>
    easter(year) + plus;

const rules: readonly (readonly [Rule, readonly string[]])[] = [
  [on(1, 1), ["new year's day", 'new years day', 'new year day', "new year's", 'new years', 'new year']],
  [
    nth(1, 1, 3),
    [
      'martin luther king day',
      'martin luther king jr day',
      "martin luther king's day",
      'mlk day',
      'civil rights day',
      'mlk',
    ],
  ],
  [on(2, 2), ['groundhog day']],
  [on(2, 14), ["valentine's day", 'valentines day', 'valentine day', "valentine's", 'valentines']],
  [nth(2, 1, 3), ["presidents' day", "president's day", 'presidents day', "washington's birthday"]],
  [on(3, 8), ["international women's day", "women's day"]],
  [
    on(3, 17),
    [
      "st patrick's day",
      'saint patrick day',
      "saint patrick's day",
      'st patricks day',
      'st patrick day',
      'saint patrick',
      "st . patrick's day",
      "st paddy's day",
      "saint paddy's day",
    ],
  ],
  [on(4, 1), ["april fools' day", "april fool's day", 'april fools day', 'april fools']],
  [on(4, 22), ['earth day']],
  [aroundEaster(-47), ['mardi gras', 'fat tuesday', 'shrove tuesday', 'pancake day']],
  [aroundEaster(-46), ['ash wednesday']],
  [aroundEaster(-7), ['palm sunday']],
  [aroundEaster(-3), ['maundy thursday']],
  [aroundEaster(-2), ['good friday']],
  [easter, ['easter sunday', 'easter day', 'easter']],
  [aroundEaster(1), ['easter monday']],
  [aroundEaster(39), ['ascension day']],
  [aroundEaster(49), ['pentecost', 'whit sunday']],
  [
    on(5, 1),
    ["international workers' day", "international worker's day", "workers' day", 'may day', 'labour day international'],
  ],
  [on(5, 4), ['star wars day']],
  [on(5, 5), ['cinco de mayo']],
  [nth(5, 7, 2), ["mother's day", 'mothers day', "mothers' day"]],
  [nth(5, 1, -1), ['memorial day']],
  [nth(6, 7, 3), ["father's day", 'fathers day', "fathers' day"]],
  [on(6, 19), ['juneteenth', 'freedom day', 'jubilee day']],
  [on(7, 4), ['independence day', 'us independence day', "america's independence day"]],
  [nth(9, 1, 1), ['labor day', 'labour day']],
  [nth(10, 1, 2), ['columbus day', "indigenous peoples' day"]],
  [on(10, 31), ['halloween', 'halloween day', "hallowe'en", 'all hallows eve']],
  [on(11, 1), ["all saints' day", 'all saints day']],
  [on(11, 5), ['guy fawkes night', 'bonfire night']],
  [on(11, 11), ['veterans day', 'armistice day', "veteran's day"]],
  [nth(11, 4, 4), ['thanksgiving day', 'thanksgiving', 'turkey day']],
  [nth(11, 4, 4, 1), ['black friday']],
  [nth(11, 4, 4, 4), ['cyber monday']],
  [on(12, 24), ['christmas eve', 'xmas eve', 'x - mas eve']],
  [on(12, 25), ['christmas day', 'christmas', 'xmas', 'xmas day', 'x - mas']],
  [on(12, 26), ['boxing day', "st stephen's day"]],
  [on(12, 31), ["new year's eve", 'new years eve', 'new year eve', 'nye']],
];

const byFirstWord = new Map<string, (readonly [string, Rule])[]>();
for (const [rule, names] of rules) {
  for (const spelled of names) {
    const name = spelled.replace(/s' /g, "s ' ");
    const first = name.split(' ', 1)[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), [name, rule]]);
  }
}

function holidayName(reader: Reader, index: number): Match<Rule> | undefined {
  let best: Match<Rule> | undefined;
  for (const [name, rule] of byFirstWord.get(reader.at(index)) ?? []) {
    const next = reader.words(index, name);
    if (next !== undefined && (!best || next > best.next)) best = { value: rule, next };
  }
  return best;
}

/** The day a holiday falls on in a year. */
export function holidayIn(reader: Reader, index: number, inYear: number): Day | undefined {
  return holidayName(reader, reader.skip(index, 'the'))?.value(inYear);
}

/** `Christmas`, `next Easter`, `MLK day of last year`, `black friday 2010`. */
export function holiday(reader: Reader, index: number): Match<DateValue> | undefined {
  return reader.once(readHoliday, index);
}

function readHoliday(reader: Reader, index: number): Match<DateValue> | undefined {
  const which = whichOne(reader, index);
  const from = which?.next ?? reader.skip(index, 'the');
  const named = holidayName(reader, from);
  if (!named) return undefined;
  const here = partsOf(reader.today).year;
  const coming = named.value(here) >= reader.today ? here : here + 1;
  const link = reader.skip(named.next, ', in', ', of', 'in', 'of', ',');
  const said = yearNumber(reader, link);
  if (said) return { value: { kind: 'date', day: named.value(said.value) }, next: said.next };
  const relative = whichOne(reader, link);
  if (relative && /^(?:year|yr)$/.test(reader.at(relative.next))) {
    return { value: { kind: 'date', day: named.value(here + relative.value) }, next: relative.next + 1 };
  }
  if (which && which.value !== 0) {
    const wanted = which.value > 0 ? coming : named.value(here) < reader.today ? here : here - 1;
    return { value: { kind: 'date', day: named.value(wanted) }, next: named.next };
  }
  return { value: choose(reader, named.value(coming), named.value(coming - 1), 'yearless'), next: named.next };
}
