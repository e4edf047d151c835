import { DateTime } from 'luxon';
import type { ClockChange, When } from '../when-types.ts';
import { daySeconds, formatDay, formatMoment } from './civil.ts';
import type { RangeValue, TimeReading } from './values.ts';

export interface WhenOptions {
  /** Seconds since 1970 on the writer's clock. */
  readonly now: number;
  readonly nowInstant: number;
  readonly timeZone: string;
  /** An hour that could be either is taken between 7 in the morning and 6 in the evening. */
  readonly workday?: boolean;
  /** With `workday`: hours before this one are taken in the afternoon; 7 unless given. */
  readonly earliestHour?: number;
}

const earliest = 7;

/** The instant of a local time, and what the clocks do there; a skipped time moves on by the gap. */
function instantOf(local: number, zone: string): { readonly at: string; readonly change?: ClockChange } | undefined {
  const parts = formatMoment(local);
  const first = DateTime.fromISO(parts, { zone });
  if (!first.isValid) return undefined;
  const shown = first.setZone(zone).toFormat("yyyy-MM-dd'T'HH:mm:ss");
  if (shown !== parts) return { at: first.toUTC().toISO() ?? '', change: 'gap' };
  const others = first.getPossibleOffsets();
  if (others.length < 2) return { at: first.toUTC().toISO() ?? '' };
  const earlier = others.reduce((a, b) => (a.toMillis() < b.toMillis() ? a : b));
  return { at: earlier.toUTC().toISO() ?? '', change: 'fold' };
}

function guessHalf(seconds: number, options: WhenOptions, sameDay: boolean): number {
  if (!options.workday) return seconds;
  const ofDay = seconds % daySeconds;
  const afternoon = seconds + 43_200;
  if (ofDay >= 43_200) return seconds;
  if (ofDay < (options.earliestHour ?? earliest) * 3600) return afternoon;
  return sameDay && seconds <= options.now && afternoon > options.now ? afternoon : seconds;
}

/** A reading as a time in the writer's zone, or in the zone that was named; lengths and sets have none. */
export function toWhen(value: TimeReading, options: WhenOptions): When | undefined {
  const base = { timeZone: options.timeZone };
  const today = Math.floor(options.now / daySeconds);
  if (value.kind === 'date') {
    if (value.impossible) return { ...base, allDay: true, window: false, impossible: value.impossible };
    return placed(
      { ...base, allDay: true, window: false },
      value.day * daySeconds,
      undefined,
      options,
      value.day < today,
    );
  }
  if (value.kind === 'time') {
    if (value.impossible)
      return { ...base, allDay: false, window: false, impossible: value.impossible, dateGuessed: true };
    const guessed = value.halfDay
      ? guessHalf(today * daySeconds + value.seconds, options, true)
      : today * daySeconds + value.seconds;
    const local =
      guessed <= options.now
        ? value.halfDay
          ? guessHalf((today + 1) * daySeconds + value.seconds, options, false)
          : guessed + daySeconds
        : guessed;
    return placed(
      { ...base, allDay: false, window: false, dateGuessed: true, ...(value.halfDay && { halfDayGuessed: true }) },
      local,
      undefined,
      options,
      false,
    );
  }
  if (value.kind === 'moment') {
    if (value.impossible) return { ...base, allDay: false, window: false, impossible: value.impossible };
    const local = value.halfDay ? guessHalf(value.at, options, Math.floor(value.at / daySeconds) === today) : value.at;
    return placed(
      { ...base, allDay: false, window: false, ...(value.halfDay && { halfDayGuessed: true }) },
      local,
      undefined,
      options,
      local < options.now - 60,
    );
  }
  return value.kind === 'range' ? ranged(value, options, today) : undefined;
}

function ranged(value: RangeValue, options: WhenOptions, today: number): When {
  const open = value.start === undefined || value.end === undefined;
  const base = {
    timeZone: options.timeZone,
    allDay: value.grain === 'date',
    window: value.named === true || open,
    ...(value.part && { dayPart: value.part }),
    ...(value.halfDay && { halfDayGuessed: true as const }),
    ...(value.grain === 'time' && { dateGuessed: true as const }),
  };
  if (value.impossible) return { ...base, impossible: value.impossible };
  const scale = value.grain === 'date' ? daySeconds : 1;
  const plus = value.grain === 'time' ? today * daySeconds : 0;
  let start = value.start === undefined ? undefined : value.start * scale + plus;
  let end = value.end === undefined ? undefined : (value.end + (value.closed ? 1 : 0)) * scale + plus;
  if (start !== undefined && end !== undefined && end < start) end += daySeconds;
  if (value.halfDay && options.workday) {
    const shift = guessHalf(start ?? end ?? 0, options, false) - (start ?? end ?? 0);
    start = start === undefined ? undefined : start + shift;
    end = end === undefined ? undefined : end + (end + shift - (start ?? 0) > daySeconds ? 0 : shift);
    if (start !== undefined && end !== undefined && end - start > 43_200 && shift > 0) end -= 43_200;
  }
  if (value.grain === 'time' && (end ?? start ?? 0) <= options.now && !open) {
    start = start === undefined ? undefined : start + daySeconds;
    end = end === undefined ? undefined : end + daySeconds;
  }
  const edge = end ?? start ?? 0;
  return placed(base, start, end, options, edge <= options.now - 60 && end !== undefined);
}

function placed(
  base: Omit<When, 'start' | 'end'>,
  start: number | undefined,
  end: number | undefined,
  options: WhenOptions,
  past: boolean,
): When {
  const format = base.allDay ? (at: number) => formatDay(Math.floor(at / daySeconds)) : formatMoment;
  const from = start === undefined ? undefined : instantOf(start, options.timeZone);
  const to = end === undefined ? undefined : instantOf(end, options.timeZone);
  return {
    ...base,
    ...(start !== undefined && { start: format(start), startAt: from?.at }),
    ...(end !== undefined && { end: format(end), endAt: to?.at }),
    ...(past && { past: true }),
    ...(!base.allDay && from?.change && { clockChange: from.change }),
  };
}
