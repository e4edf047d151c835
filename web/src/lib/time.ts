import type { EventTime } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { nowMs } from './clock.ts';

/** @returns the moment in the person's language and the given zone, `Mon 3 Mar, 14:00`. */
export function formatMoment(instant: string, zone: string, language: string): string {
  const moment = DateTime.fromISO(instant, { zone }).setLocale(language);
  const thisYear = moment.year === DateTime.fromMillis(nowMs(), { zone }).year;
  return moment.toLocaleString({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** @returns only the time of day, `14:00`. */
export const formatTime = (instant: string, zone: string, language: string): string =>
  DateTime.fromISO(instant, { zone }).setLocale(language).toLocaleString({ hour: 'numeric', minute: '2-digit' });

/** @returns only the day, `Monday, 3 March`. */
export const formatDay = (day: DateTime, language: string): string =>
  day.setLocale(language).toLocaleString({ weekday: 'long', day: 'numeric', month: 'long' });

/** @returns how long ago or ahead, `3 minutes ago`. */
export const formatRelative = (instant: string, language: string): string =>
  DateTime.fromISO(instant)
    .setLocale(language)
    .toRelative({ base: DateTime.fromMillis(nowMs()), rounding: 'round' }) ?? instant;

/** The start or end of an event as a moment in the zone the person looks from; all-day dates begin at midnight there. */
export const eventMoment = (time: EventTime, zone: string): DateTime =>
  'date' in time ? DateTime.fromISO(time.date, { zone }) : DateTime.fromISO(time.dateTime, { zone });

/** @returns whether the event lasts whole days. */
export const isAllDay = (event: { start: EventTime }): boolean => 'date' in event.start;

/** @returns the span of an event in words: one day or several, with times where it has them. */
export function formatSpan(event: { start: EventTime; end: EventTime }, zone: string, language: string): string {
  const start = eventMoment(event.start, zone).setLocale(language);
  const end = eventMoment(event.end, zone).setLocale(language);
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (isAllDay(event)) {
    const last = end.minus({ days: 1 });
    return last <= start ? start.toLocaleString(day) : `${start.toLocaleString(day)} – ${last.toLocaleString(day)}`;
  }
  const from = start.toLocaleString({ ...day, ...time });
  return start.hasSame(end, 'day')
    ? `${from} – ${end.toLocaleString(time)}`
    : `${from} – ${end.toLocaleString({ ...day, ...time })}`;
}

/** @returns every IANA zone the browser knows. */
export const knownZones = (): string[] => Intl.supportedValuesOf('timeZone');

/** @returns how the browser writes dates, where that is a kind of the page's language: `en-GB` for `en`. */
export const localeOf = (language: string): string =>
  navigator.languages.find((known) => known.split('-')[0] === language && isLocale(known)) ?? language;

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
