import { daySeconds } from './civil.ts';
import { intoPart } from './day-part.ts';
import type { DateValue, MomentValue, RangeValue, TimeReading, TimeValue } from './values.ts';

export interface Gathered {
  date?: DateValue;
  time?: TimeValue;
  span?: RangeValue;
  /** The day part said beside a time or a span of clock times. */
  part?: RangeValue;
  moment?: MomentValue;
}

export function settle(gathered: Gathered): TimeReading | undefined {
  const { date: day, part, moment } = gathered;
  let { time, span } = gathered;
  if (moment) return moment;
  if (time && part) time = inPart(time, part);
  if (span?.halfDay && part?.part && span.start !== undefined && span.end !== undefined) span = bothInPart(span, part);
  const impossible = day?.impossible ?? time?.impossible;
  if (day && time) {
    const other = day.otherDay === undefined ? {} : { otherAt: day.otherDay * daySeconds + time.seconds };
    return {
      kind: 'moment',
      at: day.day * daySeconds + time.seconds,
      ...other,
      ...(time.halfDay && { halfDay: true }),
      ...(impossible && { impossible }),
    };
  }
  const stretch = span ?? part;
  if (day && stretch && !time) return onDay(day, stretch);
  return day ?? time ?? stretch;
}

function inPart(time: TimeValue, part: RangeValue): TimeValue {
  const which = part.part ?? (part.start === 39_600 ? 'lunch' : undefined);
  if (!time.halfDay || !which) return time;
  return { kind: 'time', seconds: intoPart(time.seconds, which) };
}

function bothInPart(span: RangeValue, part: RangeValue): RangeValue {
  const which = part.part ?? 'morning';
  const start = intoPart(span.start ?? 0, which);
  const end = intoPart(span.end ?? 0, which);
  return { kind: 'range', grain: 'time', start, end: end < start ? end + 43_200 : end };
}

/** A stretch of the clock on a day; one that ends before it begins ends the day after. */
function onDay(day: DateValue, span: RangeValue): RangeValue {
  const crosses = span.start !== undefined && span.end !== undefined && span.end < span.start;
  const place = (on: number) => ({
    start: span.start === undefined ? undefined : on * daySeconds + span.start,
    end: span.end === undefined ? undefined : (crosses ? on + 1 : on) * daySeconds + span.end,
  });
  const other = day.otherDay === undefined ? undefined : place(day.otherDay);
  return {
    kind: 'range',
    grain: 'moment',
    ...place(day.day),
    ...(other && { otherStart: other.start, otherEnd: other.end }),
    ...(span.part && { part: span.part }),
    ...(span.named && { named: true }),
    ...(span.halfDay && { halfDay: true }),
    ...(day.impossible && { impossible: day.impossible }),
  };
}
