import { DateTime } from 'luxon';
import { nowMs } from '../../lib/clock.ts';

export const views = ['month', 'week', 'agenda'] as const;
export type View = (typeof views)[number];

export interface Range {
  from: DateTime;
  to: DateTime;
  days: DateTime[];
}

/** @returns the day a calendar is opened at: the one in the address, or today in the person's zone. */
export function dayOf(text: string | null, zone: string): DateTime {
  const asked = DateTime.fromISO(text ?? '', { zone });
  return (asked.isValid ? asked : DateTime.fromMillis(nowMs(), { zone })).startOf('day');
}

/** @returns what a view shows around a day: whole weeks of a month, one week, or four weeks ahead. */
export function rangeOf(view: View, day: DateTime): Range {
  const from = view === 'month' ? day.startOf('month').startOf('week') : view === 'week' ? day.startOf('week') : day;
  const to =
    view === 'month'
      ? day.endOf('month').endOf('week').plus({ days: 1 }).startOf('day')
      : from.plus(view === 'week' ? { weeks: 1 } : { weeks: 4 });
  const days: DateTime[] = [];
  for (let at = from; at < to; at = at.plus({ days: 1 })) days.push(at);
  return { from, to, days };
}

/** @returns the day one step back or ahead. */
export const stepFrom = (view: View, day: DateTime, direction: 1 | -1): DateTime =>
  view === 'month'
    ? day.startOf('month').plus({ months: direction })
    : day.plus({ weeks: view === 'week' ? direction : direction * 4 });
