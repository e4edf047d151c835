import type { EventTime } from '@switchboard/contracts';
import { useQuery } from '@tanstack/react-query';
import { DateTime } from 'luxon';
import { useTranslation } from 'react-i18next';
import { inOwnClock } from './clock-words.ts';
import { browserZone } from './clock.ts';
import { meQuery } from './queries.ts';
import { formatMoment, formatRelative, formatSpan, formatTime, localeOf } from './time.ts';

/** The person's own zone; the browser's until it is known. */
export function useZone(): string {
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  return me?.timeZone ?? browserZone();
}

/** Times in the person's zone and language. */
export function useFormat() {
  const zone = useZone();
  const language = localeOf(useTranslation().i18n.language);
  return {
    zone,
    language,
    moment: (instant: string) => formatMoment(instant, zone, language),
    time: (instant: string) => formatTime(instant, zone, language),
    ownClock: (text: string) => inOwnClock(text, language),
    day: (date: string) => DateTime.fromISO(date, { zone, locale: language }).toLocaleString(DateTime.DATE_FULL),
    relative: (instant: string) => formatRelative(instant, language),
    span: (event: { start: EventTime; end: EventTime }) => formatSpan(event, zone, language),
  };
}
