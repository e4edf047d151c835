import { DateTime } from 'luxon';
import { GoogleError } from '../errors.ts';
import type { EventTime } from './model.ts';

/** Milliseconds of an event's time; a bare date begins at midnight in `zone`. */
export function msOf(time: EventTime, zone: string): number {
  if (time.date) return DateTime.fromISO(time.date, { zone }).toMillis();
  return DateTime.fromISO(time.dateTime ?? '', { zone: time.timeZone ?? zone }).toMillis();
}

/** A time as Google gives it back: the same moment with the offset it has in `zone`. */
export function shown(time: EventTime, zone: string): EventTime {
  if (time.date) return { date: time.date };
  const at = DateTime.fromMillis(msOf(time, zone), { zone });
  const dateTime = at.toISO({ suppressMilliseconds: true })!.replace('+00:00', 'Z');
  return { dateTime, timeZone: time.timeZone ?? zone };
}

/** Checks a time a client sent. @throws {GoogleError} 400 as Google words it. */
export function checkedTime(time: EventTime | null | undefined, name: 'start' | 'end', zone: string): EventTime {
  const fail = (text: string, reason = 'invalid'): never => {
    throw new GoogleError(400, reason, text, { location: name });
  };
  if (!time || (!time.date && !time.dateTime)) return fail(`Missing ${name} time.`, 'required');
  if (time.date && time.dateTime) return fail(`Invalid ${name} time.`);
  if (time.timeZone && !DateTime.local({ zone: time.timeZone }).isValid)
    return fail(`Invalid time zone definition for ${name} time.`);
  if (time.date) return DateTime.fromISO(time.date).isValid ? { date: time.date } : fail(`Invalid ${name} time.`);
  const hasOffset = /(Z|[+-]\d\d:?\d\d)$/i.test(time.dateTime!);
  if (!hasOffset && !time.timeZone) return fail(`Missing time zone definition for ${name} time.`, 'required');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(time.dateTime!)) return fail(`Invalid ${name} time.`);
  const at = DateTime.fromISO(time.dateTime!, { zone: time.timeZone ?? zone });
  if (!at.isValid) return fail(`Invalid ${name} time.`);
  return { dateTime: at.toISO({ suppressMilliseconds: true })!, ...(time.timeZone && { timeZone: time.timeZone }) };
}

/** @throws {GoogleError} 400 where an event ends before it starts or mixes dates with times. */
export function checkRange(start: EventTime, end: EventTime, zone: string): void {
  if (Boolean(start.date) !== Boolean(end.date))
    throw new GoogleError(400, 'invalid', 'Invalid start time.', { location: 'start' });
  const length = msOf(end, zone) - msOf(start, zone);
  if (length < 0 || (length === 0 && start.date))
    throw new GoogleError(400, 'timeRangeEmpty', 'The specified time range is empty.', {
      domain: 'calendar',
      location: 'timeMax',
    });
}
