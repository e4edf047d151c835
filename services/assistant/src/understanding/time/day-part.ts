import type { Match, Reader } from './reader.ts';
import type { DayPart, RangeValue } from './values.ts';
import { dayParts, dayPartSpans } from './words.ts';

const hour = 3600;
const twoHours = 2 * hour;
const leads = ['in the', 'during the', 'at', 'in', 'the', 'of the', 'at the', 'around', 'over', 'during', 'for'];

function spanOf(part: DayPart, where: 'early' | 'late' | undefined): RangeValue {
  const [from, to] = dayPartSpans[part];
  const base = { kind: 'range', grain: 'time', part, named: true } as const;
  if (where === 'early') return { ...base, start: from, end: part === 'night' ? from + twoHours : from + twoHours };
  if (where === 'late') return { ...base, start: part === 'night' ? from + twoHours : to - twoHours, end: to };
  return { ...base, start: from, end: to };
}

const partNames = (reader: Reader, index: number) => dayParts[reader.at(index)];
const fixedGreeting = /^(?:good|great|nice|happy|lovely)$/;

/** `in the morning`, `late afternoon`, `early-evening`, `evenings`, `later in the afternoon`. */
export function dayPart(reader: Reader, index: number): Match<RangeValue> | undefined {
  return reader.once(readDayPart, index);
}

function readDayPart(reader: Reader, index: number): Match<RangeValue> | undefined {
  const led = reader.skip(index, ...leads);
  const where = /^(?:early|earlier)$/.test(reader.at(led))
    ? 'early'
    : /^(?:late|later)$/.test(reader.at(led))
      ? 'late'
      : undefined;
  const after = where ? reader.skip(led + 1, 'in the', 'in', '-', 'that', 'this') : led;
  const part = partNames(reader, after);
  if (!part || (fixedGreeting.test(reader.at(after - 1)) && led === index)) return undefined;
  if (reader.at(after) === 'night' && /^(?:a|per|one|two|three|[0-9]+)$/.test(reader.at(after - 1))) return undefined;
  return { value: spanOf(part, where), next: after + 1 };
}

/** Day part and the days from today: `this morning`, `tonight`, `last night`, `next evening`. */
export function datedPart(
  reader: Reader,
  index: number,
): Match<{ readonly days: number; readonly span: RangeValue }> | undefined {
  const early = reader.at(index) === 'early' ? 'early' : reader.at(index) === 'late' ? 'late' : undefined;
  const from = early ? reader.skip(index + 1, 'in') : index;
  const tonight = reader.any(from, ['tonight', 'tonite', '2night', 'tonights', "tonight's"]);
  if (tonight) return { value: { days: 0, span: spanOf('night', early) }, next: tonight };
  const offset = { this: 0, last: -1, previous: -1, yesterday: -1, next: 1, tomorrow: 1 }[reader.at(from)];
  if (offset === undefined) return undefined;
  const between =
    reader.at(from) === 'this' && /^(?:early|late)$/.test(reader.at(from + 1))
      ? (reader.at(from + 1) as 'early' | 'late')
      : undefined;
  const at = reader.skip(between ? from + 2 : from + 1, 'very', '-');
  const part = partNames(reader, at);
  return part ? { value: { days: offset, span: spanOf(part, early ?? between) }, next: at + 1 } : undefined;
}

const meals: Readonly<Record<string, readonly [number, number]>> = {
  breakfast: [8, 12],
  breakfasttime: [8, 12],
  brunch: [8, 12],
  lunch: [11, 13],
  lunchtime: [11, 13],
  lunchhour: [11, 13],
  dinner: [16, 20],
  dinnertime: [16, 20],
  suppertime: [16, 20],
  supper: [16, 20],
};

/** `at lunchtime`, `after breakfast`, `around dinner`: meals as times, only where led as one. */
export function mealTime(reader: Reader, index: number): Match<RangeValue> | undefined {
  return reader.once(readMealTime, index);
}

function readMealTime(reader: Reader, index: number): Match<RangeValue> | undefined {
  const lead = reader.at(index);
  const named = meals[lead] !== undefined && (lead.endsWith('time') || reader.at(index + 1) === 'time');
  const timeWord = named ? index : undefined;
  const led = timeWord ?? (/^(?:at|around|after|before|during|over)$/.test(lead) ? index + 1 : undefined);
  if (led === undefined) return undefined;
  const span = meals[reader.at(led)];
  if (!span) return undefined;
  const next = reader.skip(led + 1, 'time', 'break', 'hour');
  const base = { kind: 'range', grain: 'time', named: true } as const;
  const [from, to] = [span[0] * hour, span[1] * hour];
  if (lead === 'after') return { value: { ...base, start: to }, next };
  if (lead === 'before') return { value: { ...base, end: from }, next };
  return { value: { ...base, start: from, end: to }, next };
}

/** Moves an hour that could be either into the part of the day it was said with. */
export function intoPart(seconds: number, part: DayPart | 'lunch'): number {
  const twelve = 12 * hour;
  const low = seconds % twelve;
  if (part === 'morning') return low;
  if (part === 'lunch') return low < 10 * hour ? low + twelve : seconds;
  if (part === 'night' && low < 5 * hour) return low;
  return low + twelve;
}

/** `Feb 5 AM`: the half of a day after a date. */
export function halfOfDay(reader: Reader, index: number): Match<RangeValue> | undefined {
  const word = reader.at(index);
  if (word !== 'am' && word !== 'pm') return undefined;
  return { value: spanOf(word === 'am' ? 'morning' : 'afternoon', undefined), next: index + 1 };
}
