import { DateTime } from 'luxon';
import { isZone } from '../../kit/api.ts';
import { invalid } from '../errors.ts';
import type { ZonedTime } from './state.ts';

/** Some of the names that Windows gives zones. @see https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones (read 2026-11-21) */
const windows: Readonly<Record<string, string>> = {
  'GMT Standard Time': 'Europe/London',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'tzone://Microsoft/Utc': 'Etc/UTC',
};

/** The IANA zone of a name. @throws {Refusal} 400 for a name that nobody knows. */
export function zoneOf(name: string): string {
  if (Object.hasOwn(windows, name)) return windows[name]!;
  if (isZone(name)) return name;
  throw invalid(`A valid TimeZone value must be specified: ${name}.`, 'TimeZoneNotSupportedException');
}

export const momentOf = ({ dateTime, timeZone }: ZonedTime): DateTime =>
  DateTime.fromISO(dateTime, { zone: zoneOf(timeZone) });

/** A time as Graph shows it: seven digits after the second, no offset, in the zone that is asked for. */
export const shownTime = (moment: DateTime, zone: string): { dateTime: string; timeZone: string } => ({
  dateTime: moment.setZone(zoneOf(zone)).toFormat("yyyy-MM-dd'T'HH:mm:ss'.0000000'"),
  timeZone: zone,
});

/** The wall clock of a moment in a zone, as it is kept. */
export const kept = (moment: DateTime, timeZone: string): ZonedTime => ({
  dateTime: moment.setZone(zoneOf(timeZone)).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
  timeZone,
});

/** The zone that `Prefer: outlook.timezone="…"` names; UTC unless told. */
export const preferredZone = (prefer: string | string[] | undefined): string => {
  const name = /outlook\.timezone="([^"]+)"/i.exec(String(prefer ?? ''))?.[1] ?? 'UTC';
  zoneOf(name);
  return name;
};

export const wantsText = (prefer: string | string[] | undefined): boolean =>
  /outlook\.body-content-type="text"/i.test(String(prefer ?? ''));
