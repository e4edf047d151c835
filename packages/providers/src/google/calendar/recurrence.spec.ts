import { expect, test } from '@jest/globals';
import { countOf, linesBefore, linesFrom, recurrenceLines, shiftedDays } from './recurrence.ts';

const split = { dateTime: '2026-12-08T16:00:00+01:00', timeZone: 'Europe/Berlin' };

test('a bare rule gets its property name', () => {
  expect(recurrenceLines(['FREQ=DAILY', 'EXDATE:20261201T090000Z'])).toEqual([
    'RRULE:FREQ=DAILY',
    'EXDATE:20261201T090000Z',
  ]);
});

test('a series that is split ends one second before the event it is split at', () => {
  expect(linesBefore(['RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=TU'], split)).toEqual([
    'RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T145959Z',
  ]);
  expect(linesBefore(['RRULE:COUNT=3;FREQ=DAILY'], { date: '2026-12-08' })).toEqual([
    'RRULE:FREQ=DAILY;UNTIL=20261207',
  ]);
});

test('what follows keeps the rest of the count and only the dates from then on', () => {
  const lines = [
    'RRULE:FREQ=WEEKLY;COUNT=10',
    'EXDATE;TZID=Europe/Berlin:20261201T160000,20261215T160000',
    'RDATE:20261103T150000Z',
  ];

  expect(countOf(lines)).toBe(10);
  expect(linesFrom(lines, split, 4)).toEqual([
    'RRULE:FREQ=WEEKLY;COUNT=6',
    'EXDATE;TZID=Europe/Berlin:20261215T160000',
  ]);
});

test('a weekly series that moves by days moves its weekdays', () => {
  expect(shiftedDays(['RRULE:FREQ=WEEKLY;BYDAY=MO,SU'], 2)).toEqual(['RRULE:FREQ=WEEKLY;BYDAY=WE,TU']);
  expect(shiftedDays(['RRULE:FREQ=WEEKLY;BYDAY=MO'], -1)).toEqual(['RRULE:FREQ=WEEKLY;BYDAY=SU']);
});

test('a series on the second Tuesday of a month is not moved by guessing', () => {
  expect(() => shiftedDays(['RRULE:FREQ=MONTHLY;BYDAY=2TU'], 1)).toThrow(/repeat/);
  expect(shiftedDays(['RRULE:FREQ=MONTHLY;BYDAY=2TU'], 0)).toEqual(['RRULE:FREQ=MONTHLY;BYDAY=2TU']);
});
