import { daysInMonth, partsOf, weekdayOf, type Day } from './civil.ts';

const names = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const searched = 800;

function part(rrule: string, name: string): string | undefined {
  return new RegExp(`(?:^|;)${name}=([^;]+)`).exec(rrule)?.[1];
}

/** "1MO" is the first Monday of its month, "-1FR" the last Friday, "TU" any Tuesday. */
function isByDay(day: Day, rule: string): boolean {
  const match = /^(-?\d)?([A-Z]{2})$/.exec(rule);
  if (!match || names[weekdayOf(day)] !== match[2]) return false;
  if (match[1] === undefined) return true;
  const { year, month, day: dom } = partsOf(day);
  const count = Number(match[1]);
  return count > 0 ? Math.ceil(dom / 7) === count : Math.ceil((daysInMonth(year, month) - dom + 1) / 7) === -count;
}

function fits(day: Day, rrule: string): boolean {
  const { month, day: dom } = partsOf(day);
  const byDay = part(rrule, 'BYDAY');
  const byMonth = part(rrule, 'BYMONTH');
  const byMonthDay = part(rrule, 'BYMONTHDAY');
  return (
    (!byDay || byDay.split(',').some((rule) => isByDay(day, rule))) &&
    (!byMonth || Number(byMonth) === month) &&
    (!byMonthDay || Number(byMonthDay) === dom)
  );
}

/** The first day on or after `from` that a rule allows. */
export function firstDay(rrule: string, from: Day): Day {
  for (let day = from; day < from + searched; day++) if (fits(day, rrule)) return day;
  return from;
}
