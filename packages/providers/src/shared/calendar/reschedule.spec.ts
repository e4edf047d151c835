import { expect, test } from '@jest/globals';
import { newSpan, shiftSeries } from './reschedule.ts';
import type { Span } from './time.ts';

const berlin = (dateTime: string) => ({ dateTime, timeZone: 'Europe/Berlin' });
const event = (start: string, end: string): Span => ({ start: berlin(start), end: berlin(end) });

test('a new start alone keeps the length', () => {
  const span = newSpan(event('2026-12-01T10:00:00+01:00', '2026-12-01T11:30:00+01:00'), {
    start: berlin('2026-12-02T16:00:00+01:00'),
  });

  expect(span!.end).toEqual(berlin('2026-12-02T17:30:00+01:00'));
});

test('a timed event that becomes an all-day one lasts a day', () => {
  const span = newSpan(event('2026-12-01T10:00:00+01:00', '2026-12-01T11:00:00+01:00'), {
    start: { date: '2026-12-24' },
  });

  expect(span!.end).toEqual({ date: '2026-12-25' });
});

test('an unknown zone is refused with the field named', () => {
  const start = { dateTime: '2026-12-02T16:00:00Z', timeZone: 'Mars/Base' };

  expect(() => newSpan(event('2026-12-01T10:00:00+01:00', '2026-12-01T11:00:00+01:00'), { start })).toThrow(
    /Mars\/Base/,
  );
});

test('a series moves by the clock on the wall, also across the change to summer time', () => {
  const series = event('2026-03-02T10:00:00+01:00', '2026-03-02T11:00:00+01:00');
  const occurrence = event('2026-04-06T10:00:00+02:00', '2026-04-06T11:00:00+02:00');
  const span = newSpan(occurrence, { start: berlin('2026-04-06T16:00:00+02:00') })!;

  expect(shiftSeries(series.start, occurrence.start, span)).toEqual({
    days: 0,
    span: { start: berlin('2026-03-02T16:00:00+01:00'), end: berlin('2026-03-02T17:00:00+01:00') },
  });
});

test('an occurrence that moves to another day moves its series by as many days', () => {
  const series = event('2026-12-01T10:00:00+01:00', '2026-12-01T11:00:00+01:00');
  const occurrence = event('2026-12-08T10:00:00+01:00', '2026-12-08T11:00:00+01:00');
  const span = newSpan(occurrence, { start: berlin('2026-12-10T10:00:00+01:00') })!;

  expect(shiftSeries(series.start, occurrence.start, span)).toMatchObject({
    days: 2,
    span: { start: berlin('2026-12-03T10:00:00+01:00') },
  });
});

test('an all-day series moves by days', () => {
  const series: Span = { start: { date: '2026-12-01' }, end: { date: '2026-12-02' } };
  const occurrence: Span = { start: { date: '2026-12-08' }, end: { date: '2026-12-09' } };
  const span = newSpan(occurrence, { start: { date: '2026-12-07' } })!;

  expect(shiftSeries(series.start, occurrence.start, span)).toEqual({
    days: -1,
    span: { start: { date: '2026-11-30' }, end: { date: '2026-12-01' } },
  });
});
