import { DateTime } from 'luxon';
// rrule ships CommonJS for node; its names arrive on the default export.
import rruleModule from 'rrule';
import { GoogleError } from '../errors.ts';
import type { EventTime, StoredEvent } from './model.ts';
import { msOf } from './time.ts';

const { RRule } = rruleModule;
const perSeries = 1000;
const dayMs = 24 * 3_600_000;

export interface Occurrence {
  readonly start: EventTime;
  readonly end: EventTime;
  /** What the instance's id adds to the series' id. */
  readonly suffix: string;
  readonly ms: number;
}

const bad = (): GoogleError => new GoogleError(400, 'invalid', 'Invalid recurrence rule.', { location: 'recurrence' });

/** Wall-clock time written as if it were UTC, which is how rules are counted. */
const floating = (at: DateTime): Date => new Date(at.setZone('utc', { keepLocalTime: true }).toMillis());

function stamps(line: string, zone: string): number[] {
  const [head = '', values = ''] = line.split(/:(.*)/s);
  const tzid = /TZID=([^;:]+)/.exec(head)?.[1] ?? zone;
  return values.split(',').map((value) => {
    const inZone = value.endsWith('Z') ? 'utc' : tzid;
    const format = value.length === 8 ? 'yyyyMMdd' : "yyyyMMdd'T'HHmmss";
    const at = DateTime.fromFormat(value.replace('Z', ''), format, { zone: inZone });
    if (!at.isValid) throw bad();
    return floating(value.endsWith('Z') ? at.setZone(zone) : at).getTime();
  });
}

function rule(line: string, zone: string, dtstart: Date): InstanceType<typeof RRule> {
  const withUntil = line.replace(/UNTIL=(\d{8}T\d{6})Z/, (_all, until: string) => {
    const local = DateTime.fromFormat(until, "yyyyMMdd'T'HHmmss", { zone: 'utc' }).setZone(zone);
    return `UNTIL=${local.toFormat("yyyyMMdd'T'HHmmss")}Z`;
  });
  try {
    const parsed = new RRule({ ...RRule.parseString(withUntil.replace(/^RRULE:/i, '')), dtstart });
    if (parsed.origOptions.freq === undefined || !(parsed.options.interval > 0)) throw bad();
    return parsed;
  } catch {
    throw bad();
  }
}

/** The occurrences of a series that touch a window, by the series' own zone, oldest first. @throws {GoogleError} 400 for a rule that cannot be read. */
export function occurrences(series: StoredEvent, calendarZone: string, from: number, to: number): Occurrence[] {
  const zone = series.start.timeZone ?? calendarZone;
  const first = DateTime.fromMillis(msOf(series.start, zone), { zone });
  const length = msOf(series.end, zone) - msOf(series.start, zone);
  const days = Math.round(length / dayMs);
  const dtstart = floating(first);
  const after = new Date(from - length - 2 * dayMs);
  const before = new Date(to + 2 * dayMs);
  const found = new Set<number>();
  const without = new Set<number>();
  let hasRule = false;
  for (const line of series.recurrence ?? []) {
    if (/^RRULE:/i.test(line)) {
      hasRule = true;
      for (const date of rule(line, zone, dtstart).between(after, before, true, (_date, count) => count < perSeries))
        found.add(date.getTime());
    } else if (/^RDATE/i.test(line)) for (const at of stamps(line, zone)) found.add(at);
    else if (/^EXDATE/i.test(line)) for (const at of stamps(line, zone)) without.add(at);
    else throw bad();
  }
  if (!hasRule) found.add(dtstart.getTime());
  return [...found]
    .filter((at) => !without.has(at))
    .sort((a, b) => a - b)
    .map((at) => occurrence(at, zone, Boolean(series.start.date), length, days))
    .filter(({ ms }) => ms < to && ms + Math.max(length, 1) > from);
}

function occurrence(at: number, zone: string, allDay: boolean, length: number, days: number): Occurrence {
  const start = DateTime.fromMillis(at, { zone: 'utc' }).setZone(zone, { keepLocalTime: true });
  const ms = start.toMillis();
  if (allDay) {
    const date = start.toISODate()!;
    return { start: { date }, end: { date: start.plus({ days }).toISODate()! }, suffix: date.replaceAll('-', ''), ms };
  }
  const iso = (value: DateTime): EventTime => ({
    dateTime: value.toISO({ suppressMilliseconds: true })!,
    timeZone: zone,
  });
  return {
    start: iso(start),
    end: iso(start.plus({ milliseconds: length })),
    suffix: start.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'"),
    ms,
  };
}

/** @throws {GoogleError} 400 where the rules cannot be read. */
export function checkRecurrence(event: StoredEvent, zone: string): void {
  if (!event.recurrence?.length) return;
  if (!event.recurrence.some((line) => /^(RRULE|RDATE)/i.test(line))) throw bad();
  if (event.start.dateTime && !event.start.timeZone)
    throw new GoogleError(400, 'required', 'Missing time zone definition for start time.', {
      location: 'start.timeZone',
    });
  const start = msOf(event.start, zone);
  occurrences(event, zone, start, start + dayMs);
}
