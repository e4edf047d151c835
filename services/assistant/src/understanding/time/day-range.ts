import { dayOf, isDate, partsOf } from './civil.ts';
import { monthName, dayNumber, yearAfter } from './month-day.ts';
import { periodAround } from './period.ts';
import type { Match, Reader } from './reader.ts';
import type { RangeValue } from './values.ts';
import { whichOne } from './weekday-date.ts';

const toWords = ['to', '-', '–', '—', '~', 'until', 'till', 'til', 'thru', 'through', 'and', 'up to'];

interface MonthRef {
  readonly month: number;
  readonly year?: number;
}

function monthAfter(reader: Reader, index: number): Match<MonthRef> | undefined {
  const link = reader.skip(index, 'of', 'in', 'day of', ',');
  const name = monthName(reader, link);
  if (name) {
    const said = yearAfter(reader, name.next);
    return { value: { month: name.value, year: said?.value }, next: said?.next ?? name.next };
  }
  const which = whichOne(reader, link);
  if (!which || reader.at(which.next) !== 'month') return undefined;
  const first = partsOf(periodAround(reader.today, 'month', which.value).start ?? 0);
  return { value: { month: first.month, year: first.year }, next: which.next + 1 };
}

function settle(reader: Reader, at: MonthRef, from: number, to: number): RangeValue | undefined {
  const here = partsOf(reader.today).year;
  const build = (year: number): RangeValue | undefined => {
    if (!isDate(year, at.month, from)) return undefined;
    const crosses = to < from ? 1 : 0;
    return {
      kind: 'range',
      grain: 'date',
      start: dayOf(year, at.month, from),
      end: dayOf(year, at.month + crosses, to),
    };
  };
  if (at.year !== undefined) return build(at.year);
  const now = build(here);
  const coming = now && (now.start ?? 0) >= reader.today ? now : build(here + 1);
  const last = now && coming !== now ? now : build(here - 1);
  const [first, other] = reader.past ? [last, coming] : [coming, last];
  return first && { ...first, otherStart: other?.start, otherEnd: other?.end };
}

/** `from 13 to 15 July`, `July 13 thru 15`, `4 to 23 next month`, `November between 19 and 20`, `9 to 12 of June`. */
export function dayRange(reader: Reader, index: number): Match<RangeValue> | undefined {
  const led = reader.any(index, ['from the', 'between the', 'from', 'between', 'on', 'the']) ?? index;
  const lead = monthName(reader, led);
  const afterMonth = lead && reader.skip(lead.next, 'between the', 'from the', 'between', 'from', 'the');
  const from = dayNumber(reader, afterMonth ?? led);
  if (!from) return undefined;
  const link = reader.any(from.next, toWords);
  if (link === undefined || (reader.at(from.next) === 'and' && !isBetween(reader, index, lead?.next))) return undefined;
  const to = dayNumber(reader, link);
  if (!to || (monthName(reader, to.next) && lead)) return undefined;
  if (lead) {
    if (/^(?:am|pm|:|a|p|\/)$/.test(reader.at(to.next)) || (reader.at(to.next) === '-' && reader.glued(to.next)))
      return undefined;
    const said = yearAfter(reader, to.next);
    const value = settle(reader, { month: lead.value, year: said?.value }, from.value, to.value);
    return value && { value, next: said?.next ?? to.next };
  }
  const at = monthAfter(reader, to.next);
  const value = at && to.value > from.value ? settle(reader, at.value, from.value, to.value) : undefined;
  return at && value ? { value, next: at.next } : undefined;
}

const isBetween = (reader: Reader, index: number, afterMonth: number | undefined) =>
  reader.at(index) === 'between' || (afterMonth !== undefined && reader.at(afterMonth) === 'between');
