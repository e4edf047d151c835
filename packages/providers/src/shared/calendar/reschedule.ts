import type { EventTime } from '@switchboard/contracts';
import { DateTime } from 'luxon';
import { checkSpan, momentOf, rfc3339, type Span } from './time.ts';

/** The new span: a start alone keeps the length, an end alone keeps the start. Undefined where neither is said. */
export function newSpan(old: Span, said: Partial<Span>): Span | undefined {
  if (!said.start && !said.end) return undefined;
  const start = said.start ?? old.start;
  const span = { start, end: said.end ?? lasting(start, old) };
  checkSpan(span.start, span.end);
  return span;
}

/** The end of something that begins at `start` and lasts as long as `old`; a day, or an hour, where the kind of time changed. */
export function lasting(start: EventTime, old: Span): EventTime {
  const same = 'date' in start === 'date' in old.start;
  if ('date' in start) {
    const days = same ? Math.round(momentOf(old.end).diff(momentOf(old.start), 'days').days) : 1;
    return { date: momentOf(start).plus({ days }).toISODate()! };
  }
  const milliseconds = same ? momentOf(old.end).diff(momentOf(old.start)).toMillis() : 3_600_000;
  return timed(momentOf(start).plus({ milliseconds }), start.timeZone);
}

/**
 * Carries a change of one event over to what begins at `first`: the same shift of the clock on the wall, the new length.
 * Also tells by how many days it moves.
 */
export function shiftSeries(first: EventTime, from: EventTime, span: Span): { span: Span; days: number } {
  if ('date' in first || 'date' in span.start || 'date' in from) {
    const days = Math.round(wallOf(span.start).startOf('day').diff(wallOf(from).startOf('day'), 'days').days);
    const start = onDay(span.start, wallOf(first).startOf('day').plus({ days }));
    return { span: { start, end: lasting(start, span) }, days };
  }
  const zone = span.start.timeZone;
  const shift = wallOf(span.start).diff(wallIn(from, zone));
  const wall = wallIn(first, zone).plus(shift);
  const days = Math.round(wall.startOf('day').diff(wallIn(first, zone).startOf('day'), 'days').days);
  const start = timed(wall.setZone(zone, { keepLocalTime: true }), zone);
  return { span: { start, end: lasting(start, span) }, days };
}

function onDay(time: EventTime, day: DateTime): EventTime {
  if ('date' in time) return { date: day.toISODate()! };
  const { year, month } = day;
  return timed(momentOf(time).set({ year, month, day: day.day }), time.timeZone);
}

const timed = (moment: DateTime, timeZone: string): EventTime => ({
  dateTime: rfc3339(moment.setZone(timeZone)),
  timeZone,
});
/** What the clock on the wall shows, counted without zones. */
const wallOf = (time: EventTime): DateTime => momentOf(time).setZone('utc', { keepLocalTime: true });
const wallIn = (time: EventTime, zone: string): DateTime =>
  momentOf(time).setZone(zone).setZone('utc', { keepLocalTime: true });
