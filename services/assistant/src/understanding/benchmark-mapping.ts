import { timeExpressions } from './time/expressions.ts';
import { understand } from './understand.ts';
import { formatDay, formatMoment, formatTime } from './time/civil.ts';
import { totalSeconds, type RangeValue, type TimeReading } from './time/values.ts';

/** A time expression as the datetime benchmark spells it. */
interface BenchmarkEntity {
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
  readonly timex?: string;
}

const moment = (seconds: number) => formatMoment(seconds).replace('T', ' ');

function range(value: RangeValue): BenchmarkEntity {
  const format = { date: formatDay, time: formatTime, moment }[value.grain];
  const type = { date: 'daterange', time: 'timerange', moment: 'datetimerange' }[value.grain];
  return {
    type,
    ...(value.start !== undefined && { start: format(value.start) }),
    ...(value.end !== undefined && { end: format(value.end) }),
  };
}

/** The benchmark's spelling; dates that do not exist are its `0001-01-01`. */
export function toBenchmark(value: TimeReading): BenchmarkEntity {
  switch (value.kind) {
    case 'date':
      return { type: 'date', value: value.impossible ? '0001-01-01' : formatDay(value.day) };
    case 'time':
      return { type: 'time', value: formatTime(value.seconds) };
    case 'moment':
      return { type: 'datetime', value: moment(value.at) };
    case 'duration':
      return { type: 'duration', value: String(totalSeconds(value)) };
    case 'set':
      return { type: 'set', timex: value.timex };
    case 'range':
      return range(value);
  }
}

/** The benchmark's moment of speaking is a local one, and there "Monday" said on a Monday is today. */
export function datetimePrediction(text: string, ref: string): BenchmarkEntity[] {
  const now = Date.parse(`${ref}Z`) / 1000;
  return timeExpressions(text, { now, todayCounts: true }).map(({ value }) => toBenchmark(value));
}

/** The intent benchmark's answer to a row; `prev` is what the assistant said before. */
export function intentPrediction(text: string, prev?: string): string {
  const { act } = understand(text, { now: '2026-01-05T09:00:00Z', timeZone: 'UTC', previousReply: prev });
  return act;
}
