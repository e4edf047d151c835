import { daySeconds } from './civil.ts';
import { anyPeriod } from './counted-period.ts';
import { half, led } from './led-range.ts';
import { point } from './point.ts';
import { type Match, type Reader, longest } from './reader.ts';
import type { RangeValue, TimeReading } from './values.ts';

/** `3 pm or later`, `2018 or later`, `1/1/2016 and after`, `Friday onwards`. */
export function trailed(reader: Reader, index: number): Match<RangeValue> | undefined {
  const found = longest<TimeReading>(point(reader, index), anyPeriod(reader, index));
  if (!found) return undefined;
  const later = reader.any(found.next, [
    'or later',
    'or after',
    'and later',
    'onwards',
    'onward',
    'and beyond',
    'or thereafter',
  ]);
  const after =
    later ??
    (reader.any(found.next, ['and after']) && /^(?:[.!?,]|)$/.test(reader.at(found.next + 2))
      ? found.next + 2
      : undefined);
  const earlier = after ? undefined : reader.any(found.next, ['or earlier', 'or before', 'and before', 'or sooner']);
  const next = after ?? earlier;
  if (next === undefined) return undefined;
  const value = half(found.value, after ? 'start' : 'end', false);
  if (!value) return undefined;
  const day = reader.any(next, ['on']) ?? next;
  const on = value.grain === 'time' ? point(reader, day) : undefined;
  if (on?.value.kind === 'date') return { value: shifted(value, on.value.day, on.value.otherDay), next: on.next };
  return { value, next };
}

function shifted(value: RangeValue, day: number, otherDay: number | undefined): RangeValue {
  const at = (on: number | undefined, seconds: number | undefined) =>
    seconds === undefined || on === undefined ? undefined : on * daySeconds + seconds;
  return {
    ...value,
    grain: 'moment',
    start: at(day, value.start),
    end: at(day, value.end),
    otherStart: at(otherDay, value.start),
    otherEnd: at(otherDay, value.end),
  };
}

/** `today before 4pm`, `after 3 on Monday`: a day and an open end of it. */
export function dated(reader: Reader, index: number): Match<RangeValue> | undefined {
  const first = point(reader, index);
  if (first?.value.kind === 'date') {
    const open = led(reader, reader.skip(first.next, ',', 'any time', 'anytime', 'sometime'));
    if (open?.value.grain === 'time')
      return { value: shifted(open.value, first.value.day, first.value.otherDay), next: open.next };
    return undefined;
  }
  const open = led(reader, index);
  if (open?.value.grain !== 'time') return undefined;
  const after = point(reader, reader.skip(open.next, 'on', ','));
  return after?.value.kind === 'date'
    ? { value: shifted(open.value, after.value.day, after.value.otherDay), next: after.next }
    : undefined;
}
