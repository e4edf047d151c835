import type { Day } from './civil.ts';

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

/** What was read, on the writer's clock: days since 1970, or seconds. */
export interface DateValue {
  readonly kind: 'date';
  readonly day: Day;
  /** The other day it could be (last Monday for Monday). */
  readonly otherDay?: Day;
  readonly impossible?: string;
  /** Only a weekday or only a day of the month was said. */
  readonly loose?: 'weekday' | 'monthday' | 'yearless';
}

export interface TimeValue {
  readonly kind: 'time';
  /** Seconds of the day. */
  readonly seconds: number;
  /** Neither a.m. nor p.m., and the hour could be either. */
  readonly halfDay?: boolean;
  /** A bare number that is only a time beside something that makes it one. */
  readonly bare?: boolean;
  readonly impossible?: string;
}

export interface MomentValue {
  readonly kind: 'moment';
  /** Seconds since 1970. */
  readonly at: number;
  readonly halfDay?: boolean;
  readonly otherAt?: number;
  readonly impossible?: string;
  /** Counted from now ("in two hours"). */
  readonly exact?: boolean;
}

export interface RangeValue {
  readonly kind: 'range';
  readonly grain: 'date' | 'time' | 'moment';
  /** Days, seconds of the day, or seconds since 1970. */
  readonly start?: number;
  readonly end?: number;
  readonly otherStart?: number;
  readonly otherEnd?: number;
  readonly part?: DayPart;
  readonly halfDay?: boolean;
  readonly impossible?: string;
  /** Named as a stretch ("next week", "the morning"), not by its two ends. */
  readonly named?: boolean;
  /** The one day it means as an end of a longer range ("from the end of March"). */
  readonly edge?: number;
  readonly otherEdge?: number;
  /** The end is the last day itself ("the rest of the week"). */
  readonly closed?: boolean;
}

export interface DurationValue {
  readonly kind: 'duration';
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
  readonly workdays?: boolean;
}

export interface SetValue {
  readonly kind: 'set';
  readonly timex: string;
  readonly rrule: string;
  readonly seconds?: number;
  /** Neither a.m. nor p.m. was said. */
  readonly halfDay?: boolean;
}

export type TimeReading = DateValue | TimeValue | MomentValue | RangeValue | DurationValue | SetValue;

export function totalSeconds(duration: DurationValue): number {
  const { months, days, seconds } = duration;
  const years = Math.floor(months / 12);
  return (years * 365 + (months - years * 12) * 30 + days) * 86_400 + seconds;
}
