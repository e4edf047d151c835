/** Days since 1970-01-01 on the proleptic Gregorian calendar. */
export type Day = number;

interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const daySeconds = 86_400;

/** Month and day overflow as in `Date`: month 13 is next year's January. */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / 86_400_000);
}

export function partsOf(day: Day): YearMonthDay {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return partsOf(dayOf(year, month + 1, 0)).day;
}

export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The same day of the month, or the month's last when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dom } = partsOf(day);
  const first = partsOf(dayOf(year, month + months, 1));
  return dayOf(first.year, first.month, Math.min(dom, daysInMonth(first.year, first.month)));
}

/** The day `count` weekdays (Monday to Friday) away; a negative count goes back. */
export function addWorkdays(day: Day, count: number): Day {
  let left = Math.min(Math.abs(count), 5_000);
  let at = day;
  while (left > 0) {
    at += Math.sign(count);
    if (weekdayOf(at) <= 5) left--;
  }
  return at;
}

/** ISO 8601 week: the Monday of week `week` of a year. */
export function weekStart(year: number, week: number): Day {
  return mondayOf(dayOf(year, 1, 4)) + (week - 1) * 7;
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

export function formatDay(day: Day): string {
  const { year, month, day: dom } = partsOf(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(dom)}`;
}

/** Seconds of a day as `HH:MM:SS`. */
export function formatTime(seconds: number): string {
  const whole = ((Math.floor(seconds) % daySeconds) + daySeconds) % daySeconds;
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}

/** Seconds since 1970 on the writer's clock as `YYYY-MM-DDTHH:MM:SS`. */
export function formatMoment(seconds: number): string {
  return `${formatDay(Math.floor(seconds / daySeconds))}T${formatTime(seconds)}`;
}
