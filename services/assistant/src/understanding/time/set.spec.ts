import { expect, test } from '@jest/globals';
import { dayOf, formatDay } from './civil.ts';
import { timeExpressions } from './expressions.ts';
import { firstDay } from './series.ts';

/** Friday 20 November 2026, 10:00. */
const now = Date.UTC(2026, 10, 20, 10) / 1000;

function rules(text: string): string[] {
  return timeExpressions(text, { now }).flatMap(({ value }) => (value.kind === 'set' ? [value.rrule] : []));
}

test.each([
  ['every day', 'FREQ=DAILY'],
  ['daily', 'FREQ=DAILY'],
  ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['weekdays at 9', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['on weekends', 'FREQ=WEEKLY;BYDAY=SA,SU'],
  ['every Monday', 'FREQ=WEEKLY;BYDAY=MO'],
  ['on Tuesdays and Thursdays', 'FREQ=WEEKLY;BYDAY=TU,TH'],
  ['every Monday, Wednesday and Friday at 7am', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
  ['every other Thursday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'],
  ['biweekly', 'FREQ=WEEKLY;INTERVAL=2'],
  ['every 3 weeks', 'FREQ=WEEKLY;INTERVAL=3'],
  ['every two months', 'FREQ=MONTHLY;INTERVAL=2'],
  ['quarterly', 'FREQ=MONTHLY;INTERVAL=3'],
  ['the first Monday of every month', 'FREQ=MONTHLY;BYDAY=1MO'],
  ['the last Friday of each month', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['the 15th of every month', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['annually', 'FREQ=YEARLY'],
  ['every March 3rd', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3'],
  ['every Monday until December 14', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214T235959Z'],
  ['every week until January', 'FREQ=WEEKLY;UNTIL=20261231T235959Z'],
  ['every Tuesday for 6 weeks', 'FREQ=WEEKLY;BYDAY=TU;COUNT=6'],
  ['daily for 10 days', 'FREQ=DAILY;COUNT=10'],
  ['every Friday, 5 times', 'FREQ=WEEKLY;BYDAY=FR;COUNT=5'],
])('"%s" repeats as %s', (text, rrule) => {
  expect(rules(`meet ${text}`)).toEqual([rrule]);
});

test.each([['any day is fine'], ['each of us'], ['Monday'], ['the second Monday of next month']])(
  '"%s" does not repeat',
  (text) => {
    expect(rules(text)).toEqual([]);
  },
);

test.each([
  ['FREQ=DAILY', '2026-11-20'],
  ['FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-23'],
  ['FREQ=MONTHLY;BYDAY=1MO', '2026-12-07'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15'],
  ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3', '2027-03-03'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-11-20'],
])('the first day of %s is %s', (rrule, day) => {
  expect(formatDay(firstDay(rrule, dayOf(2026, 11, 20)))).toBe(day);
});
