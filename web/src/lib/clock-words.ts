import { DateTime } from 'luxon';

/** "Tue 24 Nov, 15:00–15:30" as the hub writes moments; other digits with a colon are left alone. */
const moment = /(\b\p{L}{3},? \d{1,2} \p{L}{3,4}(?: \d{4})?, )(\d{2}:\d{2})(?:(–)(\d{2}:\d{2}))?(?![:\d])/gu;

/** @returns the text with the times of day that the hub wrote in the way the person's own language writes them. */
export const inOwnClock = (text: string, language: string): string =>
  text.replace(moment, (_, day: string, from: string, dash?: string, to?: string) => {
    const until = dash && to ? ` ${dash} ${timeOfDay(to, language)}` : '';
    return `${day}${timeOfDay(from, language)}${until}`;
  });

function timeOfDay(written: string, language: string): string {
  const time = DateTime.fromFormat(written, 'HH:mm', { zone: 'utc' });
  return time.isValid ? time.setLocale(language).toLocaleString({ hour: 'numeric', minute: '2-digit' }) : written;
}
