import { dayOf, partsOf } from './civil.ts';
import { year } from './numbers.ts';
import type { Match, Reader } from './reader.ts';
import type { RangeValue } from './values.ts';
import { whichOne } from './weekday-date.ts';

/** `2016-11`, `11/2016`, `2015.3`: a month in figures. */
export function figuresMonth(reader: Reader, index: number): Match<RangeValue> | undefined {
  const [a, sign, b] = [reader.at(index), reader.at(index + 1), reader.at(index + 2)];
  if (!/^[-/.]$/.test(sign) || (sign === '.' && !(reader.glued(index + 1) && reader.glued(index + 2))))
    return undefined;
  const [inYear, month] = /^(?:19|20)[0-9]{2}$/.test(a) ? [a, b] : [b, a];
  if (!/^(?:19|20)[0-9]{2}$/.test(inYear) || !/^[0-9]{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12)
    return undefined;
  const edge = (at: number, on: number) => reader.glued(on) && /^[-/.:]$/.test(reader.at(at));
  if (
    edge(index - 1, index) ||
    (edge(index + 3, index + 3) && reader.glued(index + 4) && /^[0-9]/.test(reader.at(index + 4)))
  )
    return undefined;
  if (/^(?:am|pm|%|:)$/.test(reader.at(index + 3)) && reader.glued(index + 3)) return undefined;
  const value: RangeValue = {
    kind: 'range',
    grain: 'date',
    start: dayOf(Number(inYear), Number(month), 1),
    end: dayOf(Number(inYear), Number(month) + 1, 1),
    named: true,
  };
  return { value, next: index + 3 };
}

const seasons: Readonly<Record<string, readonly [number, number, number, number]>> = {
  spring: [3, 20, 6, 21],
  summer: [6, 21, 9, 23],
  autumn: [9, 23, 12, 21],
  fall: [9, 23, 12, 21],
  winter: [12, 21, 3, 20],
};

/** `this summer`, `in the winter`; northern half, by the solstices. */
export function season(reader: Reader, index: number): Match<RangeValue> | undefined {
  const which = whichOne(reader, index);
  const from = which?.next ?? reader.skip(index, 'the');
  const span = seasons[reader.at(from)];
  if (!span || (!which && !/^(?:in|during|the|until|since)$/.test(reader.at(from - 1)))) return undefined;
  const said = year(reader, reader.skip(from + 1, 'of', 'in', ','));
  const here = partsOf(reader.today).year;
  const build = (at: number) =>
    ({
      kind: 'range',
      grain: 'date',
      start: dayOf(at, span[0], span[1]),
      end: dayOf(span[2] < span[0] ? at + 1 : at, span[2], span[3]),
      named: true,
    }) as const;
  if (said) return { value: build(said.value), next: said.next };
  const coming = build(here - 1).end > reader.today ? here - 1 : build(here).end > reader.today ? here : here + 1;
  return {
    value: build(
      coming +
        (which && which.value < 0 ? -1 : which && which.value > 0 && build(coming).start <= reader.today ? 1 : 0),
    ),
    next: from + 1,
  };
}
