import { DateTime } from 'luxon';
import { refuse } from '../../shared/refuse.ts';
import type { GoogleTime } from './answer.ts';

/** RFC 5545 lines, each with its property name, as Google wants them. */
export const recurrenceLines = (lines: readonly string[]): string[] =>
  lines.map((line) => (/^(RRULE|EXRULE|RDATE|EXDATE)[:;]/i.test(line.trim()) ? line.trim() : `RRULE:${line.trim()}`));

const isRule = (line: string): boolean => /^RRULE:/i.test(line);
const isDates = (line: string): boolean => /^(RDATE|EXDATE)[:;]/i.test(line);

/** COUNT of a series, where its rule has one. */
export function countOf(lines: readonly string[]): number | undefined {
  const count = lines.find(isRule)?.match(/COUNT=(\d+)/i)?.[1];
  return count === undefined ? undefined : Number(count);
}

/** The lines of a series that ends before the occurrence at `split`. */
export function linesBefore(lines: readonly string[], split: GoogleTime): string[] {
  const until = untilOf(split);
  return lines.flatMap((line) => {
    if (isRule(line)) return [`${withoutEnd(line)};UNTIL=${until}`];
    return isDates(line) ? datesWhere(line, (stamp) => stamp < stampOf(split)) : [line];
  });
}

/** The lines of a series that begins with the occurrence at `split`; `countBefore` occurrences came before it. */
export function linesFrom(lines: readonly string[], split: GoogleTime, countBefore: number): string[] {
  return lines.flatMap((line) => {
    if (isRule(line))
      return [
        line.replace(/COUNT=(\d+)/i, (_all, count: string) => `COUNT=${Math.max(1, Number(count) - countBefore)}`),
      ];
    return isDates(line) ? datesWhere(line, (stamp) => stamp >= stampOf(split)) : [line];
  });
}

/**
 * The lines of a series whose days all move by `days`.
 * @throws HubError `input_invalid` where the rule names days of a month or year: a move then has no one meaning.
 */
export function shiftedDays(lines: readonly string[], days: number): string[] {
  if (days === 0) return [...lines];
  return lines.map((line) => {
    if (!isRule(line)) return line;
    if (/BY(MONTHDAY|YEARDAY|WEEKNO|SETPOS)=/i.test(line) || (/BYDAY=/i.test(line) && !/FREQ=WEEKLY/i.test(line))) {
      refuse('/recurrence', 'Say how the series should repeat from then on; its days cannot be moved by themselves.');
    }
    return line.replace(
      /BYDAY=([A-Z,]+)/i,
      (_all, names: string) =>
        `BYDAY=${names
          .split(',')
          .map((name) => dayAfter(name, days))
          .join(',')}`,
    );
  });
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayAfter = (name: string, days: number): string =>
  weekdays[(((weekdays.indexOf(name.toUpperCase()) + days) % 7) + 7) % 7]!;

const withoutEnd = (rule: string): string =>
  rule.replaceAll(/;?(UNTIL|COUNT)=[^;]*/gi, '').replace(/^RRULE:;/i, 'RRULE:');

function untilOf({ date, dateTime }: GoogleTime): string {
  if (date) return DateTime.fromISO(date, { zone: 'utc' }).minus({ days: 1 }).toFormat('yyyyMMdd');
  return DateTime.fromISO(dateTime!, { zone: 'utc' }).minus({ seconds: 1 }).toFormat("yyyyMMdd'T'HHmmss'Z'");
}

/** Local date and time as the RDATE and EXDATE lines write them. */
const stampOf = ({ date, dateTime }: GoogleTime): string =>
  date ? date.replaceAll('-', '') : DateTime.fromISO(dateTime!, { setZone: true }).toFormat("yyyyMMdd'T'HHmmss");

function datesWhere(line: string, keep: (stamp: string) => boolean): string[] {
  const at = line.indexOf(':');
  const kept = line
    .slice(at + 1)
    .split(',')
    .filter((stamp) => keep(stamp.replace(/Z$/, '')));
  return kept.length > 0 ? [`${line.slice(0, at)}:${kept.join(',')}`] : [];
}
