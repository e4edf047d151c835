import { expect, test } from '@jest/globals';
import { toBenchmark } from '../benchmark-mapping.ts';
import { timeExpressions } from './expressions.ts';

/** Friday 20 November 2026, 10:00 on the writer's clock. */
const now = Date.UTC(2026, 10, 20, 10) / 1000;

function read(text: string, options: { dayFirst?: boolean; past?: boolean } = {}): string[] {
  return timeExpressions(text, { now, ...options }).map(({ value }) => {
    const { type, value: at, start, end, timex } = toBenchmark(value);
    return `${type} ${timex ?? at ?? `${start ?? ''}..${end ?? ''}`}`;
  });
}

test.each([
  ['today', 'date 2026-11-20'],
  ['tomorrow', 'date 2026-11-21'],
  ['the day after tomorrow', 'date 2026-11-22'],
  ['Monday', 'date 2026-11-23'],
  ['next Tuesday', 'date 2026-11-24'],
  ['this Sunday', 'date 2026-11-22'],
  ['last Wednesday', 'date 2026-11-11'],
  ['Wednesday of next week', 'date 2026-11-25'],
  ['the 3rd', 'date 2026-12-03'],
  ['December 24th', 'date 2026-12-24'],
  ['5 March', 'date 2027-03-05'],
  ['2027-02-14', 'date 2027-02-14'],
  ['23.04.2027', 'date 2027-04-23'],
  ['in two weeks', 'date 2026-12-04'],
  ['3 days ago', 'date 2026-11-17'],
  ['a week from Tuesday', 'date 2026-12-01'],
  ['the first Monday of next month', 'date 2026-12-07'],
  ['the last Friday of January', 'date 2027-01-29'],
  ['Christmas Eve', 'date 2026-12-24'],
  ['Easter 2027', 'date 2027-03-28'],
])('the date "%s" is %s', (text, expected) => {
  expect(read(`meet ${text}`)).toEqual([expected]);
});

test.each([
  ['at noon', 'time 12:00:00'],
  ['at half past four', 'time 04:30:00'],
  ['at a quarter to seven', 'time 06:45:00'],
  ['at 15:30', 'time 15:30:00'],
  ['at 7pm', 'time 19:00:00'],
  ['at 9.30 am', 'time 09:30:00'],
  ['at 340pm', 'time 15:40:00'],
  ['at ten past 9 in the evening', 'time 21:10:00'],
  ['tomorrow at 3pm', 'datetime 2026-11-21 15:00:00'],
  ['8pm on Sunday', 'datetime 2026-11-22 20:00:00'],
  ['tonight at 8', 'datetime 2026-11-20 20:00:00'],
  ['in half an hour', 'datetime 2026-11-20 10:30:00'],
  ['on Dec 3 at 6:15 pm', 'datetime 2026-12-03 18:15:00'],
])('the time "%s" is %s', (text, expected) => {
  expect(read(`meet ${text}`)).toEqual([expected]);
});

test.each([
  ['from 3 to 4:30', 'timerange 03:00:00..04:30:00'],
  ['3-4pm', 'timerange 15:00:00..16:00:00'],
  ['from 11 to 3pm', 'timerange 11:00:00..15:00:00'],
  ['between 10pm and 2', 'timerange 22:00:00..02:00:00'],
  ['Monday 9-11', 'datetimerange 2026-11-23 09:00:00..2026-11-23 11:00:00'],
  ['tomorrow from 2 to 4 pm', 'datetimerange 2026-11-21 14:00:00..2026-11-21 16:00:00'],
  ['tomorrow morning', 'datetimerange 2026-11-21 08:00:00..2026-11-21 12:00:00'],
  ['next week', 'daterange 2026-11-23..2026-11-30'],
  ['this weekend', 'daterange 2026-11-21..2026-11-23'],
  ['the end of the month', 'daterange 2026-11-16..2026-12-01'],
  ['from Dec 13 to 15', 'daterange 2026-12-13..2026-12-15'],
  ['13 to 15 December', 'daterange 2026-12-13..2026-12-15'],
  ['next 3 days', 'daterange 2026-11-21..2026-11-24'],
  ['Q1 2027', 'daterange 2027-01-01..2027-04-01'],
  ['before Tuesday', 'daterange ..2026-11-24'],
  ['after 4pm', 'timerange 16:00:00..'],
  ['for 45 minutes', 'duration 2700'],
  ['for an hour and a half', 'duration 5400'],
])('the stretch "%s" is %s', (text, expected) => {
  expect(read(`meet ${text}`)).toEqual([expected]);
});

test.each([
  ['every Monday at 4pm', 'set XXXX-WXX-1T16'],
  ['every other Thursday', 'set XXXX-WXX-4'],
  ['daily', 'set P1D'],
  ['every three weeks', 'set P3W'],
  ['on Tuesdays', 'set XXXX-WXX-2'],
])('the repetition "%s" is %s', (text, expected) => {
  expect(read(`meet ${text}`)).toEqual([expected]);
});

test.each([
  ['you may take the second option'],
  ['call me at room B'],
  ['we march on'],
  ['the ratio is 37.1'],
  ['my number is 555-0134-99'],
  ['a good morning to all'],
])('"%s" holds no time', (text) => {
  expect(read(text)).toEqual([]);
});

test('3/4 is the fourth of March, or the third of April where days come first', () => {
  expect(read('on 3/4')).toEqual(['date 2027-03-04']);
  expect(read('on 3/4', { dayFirst: true })).toEqual(['date 2027-04-03']);
});

test('a weekday in talk about the past is the last one', () => {
  expect(read('mail from Monday', { past: true })).toEqual(['date 2026-11-16']);
});
