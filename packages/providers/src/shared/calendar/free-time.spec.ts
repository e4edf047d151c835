import { expect, test } from '@jest/globals';
import { DateTime, Interval } from 'luxon';
import { freeStretches } from './free-time.ts';

const zone = 'Europe/Berlin';
const span = (start: string, end: string) =>
  Interval.fromDateTimes(DateTime.fromISO(start, { zone }), DateTime.fromISO(end, { zone }));
const office = { start: '09:00', end: '17:00', weekdays: [1, 2, 3, 4, 5] };
const shown = (stretches: Interval[]) =>
  stretches.map(({ start, end }) => `${start!.toFormat('ccc HH:mm')}-${end!.toFormat('HH:mm')}`);

test('free time is what nobody holds, with a buffer around each meeting', () => {
  const busy = [span('2026-12-01T10:00', '2026-12-01T11:00'), span('2026-12-01T10:30', '2026-12-01T12:00')];
  const found = freeStretches({
    within: span('2026-12-01T00:00', '2026-12-02T00:00'),
    busy,
    durationMinutes: 30,
    bufferMinutes: 15,
    timeZone: zone,
    workingHours: office,
  });

  expect(shown(found)).toEqual(['Tue 09:00-09:45', 'Tue 12:15-17:00']);
});

test('a gap shorter than asked and a weekend do not count', () => {
  const found = freeStretches({
    within: span('2026-12-04T09:00', '2026-12-07T10:00'),
    busy: [span('2026-12-04T09:20', '2026-12-04T17:00')],
    durationMinutes: 30,
    bufferMinutes: 0,
    timeZone: zone,
    workingHours: office,
  });

  expect(shown(found)).toEqual(['Mon 09:00-10:00']);
});

test('working hours are those of the wall clock on the day the clocks change', () => {
  const found = freeStretches({
    within: span('2026-03-29T00:00', '2026-03-31T00:00'),
    busy: [],
    durationMinutes: 60,
    bufferMinutes: 0,
    timeZone: zone,
    workingHours: { ...office, weekdays: [7, 1] },
  });

  expect(found.map(({ start }) => start!.toUTC().toFormat('HH:mm'))).toEqual(['07:00', '07:00']);
  expect(shown(found)).toEqual(['Sun 09:00-17:00', 'Mon 09:00-17:00']);
});

test('hours that end after midnight belong to the day they began', () => {
  const found = freeStretches({
    within: span('2026-12-01T00:00', '2026-12-02T00:00'),
    busy: [],
    durationMinutes: 60,
    bufferMinutes: 0,
    timeZone: zone,
    workingHours: { start: '22:00', end: '02:00', weekdays: [1, 2] },
  });

  expect(shown(found)).toEqual(['Tue 00:00-02:00', 'Tue 22:00-00:00']);
});
