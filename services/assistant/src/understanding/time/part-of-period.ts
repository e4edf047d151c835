import { addMonths, dayOf, partsOf } from './civil.ts';
import { dateRange, periodWords } from './period-unit.ts';
import { period, periodAround } from './period.ts';
import { type Match, type Reader, longest } from './reader.ts';
import type { RangeValue } from './values.ts';
import { namedYears } from './year-period.ts';

const early = [
  'the beginning of the',
  'the beginning of',
  'beginning of the',
  'beginning of',
  'the start of the',
  'the start of',
  'start of the',
  'start of',
  'early in the',
  'early in',
  'early',
  'the first part of',
  'at the start of',
];
const late = [
  'the end of the',
  'the end of',
  'end of the',
  'end of',
  'late in the',
  'late in',
  'late',
  'the later part of',
  'the last part of',
];
const middle = ['the middle of the', 'the middle of', 'middle of the', 'middle of', 'mid -', 'mid'];
const later = ['later in the', 'later in', 'later'];
const earlier = ['earlier in the', 'earlier in', 'earlier'];
const rest = ['the rest of', 'rest of', 'the remainder of', 'remainder of', 'the remaining of', 'remaining of', 'rest'];

/** `early next week`, `end of March`, `mid May`, `later this month`, `the rest of the week`, `EOY`. */
export function partOf(reader: Reader, index: number): Match<RangeValue> | undefined {
  const short = shortNames(reader, index);
  if (short) return short;
  for (const [words, where] of [
    [early, 0],
    [middle, 1],
    [late, 2],
    [later, 3],
    [earlier, 4],
    [rest, 5],
  ] as const) {
    const led = reader.any(index, words);
    if (led === undefined) continue;
    const article = reader.at(led - 1) === 'the' ? led - 1 : led;
    const of = longest(period(reader, led), period(reader, article), bareUnit(reader, led), namedYears(reader, led));
    if (!of || of.value.start === undefined || of.value.end === undefined) continue;
    const isYear =
      of.value.named === true && reader.tokens[of.next - 1]?.kind === 'number' && of.value.end - of.value.start > 360;
    const cut = (from: number, to: number) => slicePart(reader, from, to, where, isYear);
    const other =
      of.value.otherStart === undefined || of.value.otherEnd === undefined
        ? undefined
        : cut(of.value.otherStart, of.value.otherEnd);
    const [start, end] = cut(of.value.start, of.value.end);
    const others = other && { otherStart: other[0], otherEnd: other[1] };
    return {
      value: dateRange(start, end, { ...others, ...edgeOf(of.value, where), ...(where === 5 && { closed: true }) }),
      next: of.next,
    };
  }
  return undefined;
}

/** "The end of" a period is its end, "the middle of" the sixteenth of a month. */
function edgeOf(of: RangeValue, where: number): Partial<RangeValue> {
  const middleOf = (start: number, end: number) =>
    start + (end - start > 27 && end - start < 32 ? 15 : Math.floor((end - start) / 2));
  if (where === 2) return { edge: of.end, otherEdge: of.otherEnd };
  if (where !== 1 || of.start === undefined || of.end === undefined) return {};
  const other =
    of.otherStart === undefined || of.otherEnd === undefined ? undefined : middleOf(of.otherStart, of.otherEnd);
  return { edge: middleOf(of.start, of.end), otherEdge: other };
}

/** `end of month`, `end of year` without an article. */
function bareUnit(reader: Reader, index: number): Match<RangeValue> | undefined {
  const unit = periodWords[reader.at(index)];
  return unit && unit !== 'century' ? { value: periodAround(reader.today, unit, 0), next: index + 1 } : undefined;
}

function shortNames(reader: Reader, index: number): Match<RangeValue> | undefined {
  const next = reader.any(index, ['the eoy', 'eoy', 'the eom', 'eom', 'the eow', 'eow']);
  if (next === undefined) return undefined;
  const unit = ({ eoy: 'year', eom: 'month', eow: 'week' } as const)[reader.at(next - 1) as 'eoy' | 'eom' | 'eow'];
  const of = periodAround(reader.today, unit, 0);
  const [start, end] = slicePart(reader, of.start ?? 0, of.end ?? 0, 2, false);
  return { value: dateRange(start, end), next };
}

/** 0 early, 1 mid, 2 late, 3 later, 4 earlier, 5 the rest. */
function slicePart(reader: Reader, start: number, end: number, where: number, thirds: boolean): [number, number] {
  if (where === 5) return [Math.max(start, reader.today), end - 1];
  const days = end - start;
  const { year, month } = partsOf(start);
  const cut =
    days <= 14
      ? [start + 3, start + 3, start + 2, start + 4]
      : days < 40
        ? [start + 15, start + 15, start + 9, start + 20]
        : yearCut(year, month, days, thirds);
  const [earlyEnd, lateStart, midStart, midEnd] = cut as [number, number, number, number];
  if (where === 0) return [start, earlyEnd];
  if (where === 1) return [midStart, midEnd];
  if (where === 2) return [lateStart, end];
  if (where === 3) return [Math.min(Math.max(lateStart, reader.today), end - 1), end];
  return [start, Math.max(start, Math.min(earlyEnd, reader.today))];
}

function yearCut(year: number, month: number, days: number, thirds: boolean): number[] {
  if (days < 300) {
    const half = dayOf(year, month, 1) + Math.floor(days / 2);
    return [half, half, addMonths(dayOf(year, month, 1), 1), addMonths(dayOf(year, month, 1), 2)];
  }
  return thirds
    ? [dayOf(year, 5, 1), dayOf(year, 9, 1), dayOf(year, 5, 1), dayOf(year, 9, 1)]
    : [dayOf(year, 7, 1), dayOf(year, 7, 1), dayOf(year, 5, 1), dayOf(year, 9, 1)];
}
