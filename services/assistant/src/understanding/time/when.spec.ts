import { expect, test } from '@jest/globals';
import { understand } from '../understand.ts';

const when = (text: string, now = '2026-11-20T09:00:00Z', timeZone = 'Europe/Berlin') =>
  understand(text, { now, timeZone }).slots.when?.value;

test('a time that the clocks skip is named a gap and moves on', () => {
  expect(when('meeting on 28 March 2027 at 2:30am')).toMatchObject({
    clockChange: 'gap',
    startAt: '2027-03-28T01:30:00.000Z',
  });
});

test('a time that comes twice is named a fold and the first is taken', () => {
  expect(when('meeting on 31 October 2027 at 2:30am')).toMatchObject({
    clockChange: 'fold',
    startAt: '2027-10-31T00:30:00.000Z',
  });
});

test('a past date is flagged', () => {
  expect(when('create event on 3 March 2020 at 2pm')).toMatchObject({ past: true });
  expect(when('create event tomorrow at 2pm')?.past).toBeUndefined();
});

test.each([
  ['meeting tomorrow at 25:00', '25:00'],
  ['meeting at 14:75 tomorrow', '14:75'],
  ['create event on 30 February', '30 February'],
  ['create event on 2027-13-40', '2027-13-40'],
])('"%s" is called impossible', (text, words) => {
  const understood = understand(text, { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' });

  expect(understood.slots.when?.value.impossible).toContain(words);
  expect(understood.missing).toContain('when');
});

test('an hour that could be either is taken in the working day and said to be guessed', () => {
  expect(when('meeting tomorrow at 3')).toMatchObject({ start: '2026-11-21T15:00:00', halfDayGuessed: true });
  expect(when('meeting tomorrow at 9')).toMatchObject({ start: '2026-11-21T09:00:00', halfDayGuessed: true });
  expect(when('meeting tomorrow at 3am')?.halfDayGuessed).toBeUndefined();
});

test('a time without a date is the next one to come', () => {
  expect(when('meeting at 4pm')).toMatchObject({ start: '2026-11-20T16:00:00', dateGuessed: true });
  expect(when('meeting at 8am')).toMatchObject({ start: '2026-11-21T08:00:00', dateGuessed: true });
});

test('a weekday said on that day is a week on', () => {
  expect(when('meeting on Friday at 3pm')?.start).toBe('2026-11-27T15:00:00');
});

test('the day is the one of the zone of the writer', () => {
  expect(when('meeting tomorrow at noon', '2026-11-20T23:30:00Z', 'Asia/Tokyo')?.start).toBe('2026-11-22T12:00:00');
  expect(when('meeting tomorrow at noon', '2026-11-20T02:00:00Z', 'America/Los_Angeles')?.start).toBe(
    '2026-11-20T12:00:00',
  );
});

test('an unknown zone falls back to UTC', () => {
  expect(when('meeting tomorrow at noon', '2026-11-20T09:00:00Z', 'Mars/Olympus')?.timeZone).toBe('UTC');
});

test('dinner at 7 is in the evening and breakfast at 6 in the morning', () => {
  expect(when('dinner with Anna tomorrow at 7')?.start).toBe('2026-11-21T19:00:00');
  expect(when('breakfast with Anna tomorrow at 6')?.start).toBe('2026-11-21T06:00:00');
});
