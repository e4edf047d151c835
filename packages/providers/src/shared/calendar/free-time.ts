import { DateTime, Interval } from 'luxon';

export interface FreeTimeQuery {
  readonly within: Interval;
  readonly busy: readonly Interval[];
  readonly durationMinutes: number;
  readonly bufferMinutes: number;
  readonly timeZone: string;
  readonly workingHours?: { readonly start: string; readonly end: string; readonly weekdays: readonly number[] };
}

/** The stretches at least as long as asked in which nobody is busy, oldest first. A day's hours are those of the wall clock. */
export function freeStretches({ within, busy, durationMinutes, bufferMinutes, ...rest }: FreeTimeQuery): Interval[] {
  const taken = busy.map((interval) =>
    Interval.fromDateTimes(
      interval.start!.minus({ minutes: bufferMinutes }),
      interval.end!.plus({ minutes: bufferMinutes }),
    ),
  );
  return windows(within, rest)
    .flatMap((window) => window.difference(...taken))
    .filter((stretch) => stretch.length('minutes') >= durationMinutes)
    .sort((a, b) => a.start!.toMillis() - b.start!.toMillis());
}

function windows(
  within: Interval,
  { timeZone, workingHours }: Pick<FreeTimeQuery, 'timeZone' | 'workingHours'>,
): Interval[] {
  if (!workingHours) return [within];
  const found: Interval[] = [];
  const last = within.end!.setZone(timeZone);
  for (
    let day = within.start!.setZone(timeZone).startOf('day').minus({ days: 1 });
    day <= last;
    day = day.plus({ days: 1 })
  ) {
    if (!workingHours.weekdays.includes(day.weekday)) continue;
    const from = at(day, workingHours.start);
    const end = at(day, workingHours.end);
    const to = end > from ? end : end.plus({ days: 1 });
    const open = within.intersection(Interval.fromDateTimes(from, to));
    if (open) found.push(open);
  }
  return found;
}

function at(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour, minute });
}
