import { expect, test } from '@jest/globals';
import type { Slots, Understanding } from './types.ts';
import { understand } from './understand.ts';

/** Friday 20 November 2026, 10:00 in Berlin. */
const context = { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' };
const read = (text: string): Understanding => understand(text, context);
const named = ({ people }: Slots) => people?.map(({ value }) => value.email ?? value.name ?? 'me');

test('a sentence with everything becomes an event with everything', () => {
  const { intent, slots, needs, missing } = read(
    'Lunch with Priya and Sam tomorrow at 1pm for an hour at Blue Cafe, remind me 15 minutes before',
  );

  expect(intent).toBe('calendar.create');
  expect(needs).toEqual(['calendar.write']);
  expect(missing).toEqual([]);
  expect(slots.title?.value).toBe('Lunch');
  expect(named(slots)).toEqual(['Priya', 'Sam']);
  expect(slots.when?.value).toMatchObject({
    start: '2026-11-21T13:00:00',
    startAt: '2026-11-21T12:00:00.000Z',
    allDay: false,
  });
  expect(slots.place?.value).toBe('Blue Cafe');
  expect(slots.reminderMinutes?.map(({ value }) => value)).toEqual([15]);
});

test('every slot says which characters it was read from', () => {
  const text = 'schedule a meeting with Olga on Monday at 3pm';
  const { slots } = read(text);

  expect(text.slice(slots.when?.span.start, slots.when?.span.end)).toContain('Monday at 3pm');
  expect(slots.people?.[0]?.text).toBe('Olga');
});

test.each([
  ['standup every weekday at 9', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23T09:00:00'],
  [
    'set up a weekly 1:1 with Sam every other Thursday at 10am',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
    '2026-11-26T10:00:00',
  ],
  ['team sync first Monday of every month at 10', 'FREQ=MONTHLY;BYDAY=1MO', '2026-12-07T10:00:00'],
  [
    'schedule yoga on Tuesdays and Thursdays at 6pm until June',
    'FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270531T235959Z',
    '2026-11-24T18:00:00',
  ],
  ['add a planning meeting daily at 8:30 am for 10 days', 'FREQ=DAILY;COUNT=10', '2026-11-21T08:30:00'],
  ['create a rent reminder on the last day of every month', 'FREQ=MONTHLY;BYMONTHDAY=-1', undefined],
])('"%s" repeats by %s', (text, rrule, start) => {
  const { intent, slots } = read(text);

  expect(intent).toBe('calendar.create');
  expect(slots.recurrence?.value.rrule).toBe(rrule);
  if (start) expect(slots.when?.value.start).toBe(start);
});

test.each([
  ['move my meeting with Bob to 4pm', 'calendar.move'],
  ['reschedule the design review from Monday to Wednesday at 11', 'calendar.move'],
  ['push my 2pm back by 30 minutes', 'calendar.move'],
  ['make the standup 15 minutes', 'calendar.update'],
  ['rename my 3pm to Budget review', 'calendar.update'],
  ['add Priya to the design review', 'calendar.update'],
  ['cancel my dentist appointment', 'calendar.cancel'],
  ["what's on my calendar tomorrow", 'calendar.list'],
  ['what do I have next week', 'calendar.list'],
  ['when is my meeting with Priya', 'calendar.search'],
  ['when am I free tomorrow afternoon', 'calendar.free'],
  ['find an hour with Bob and Ann next week', 'calendar.free'],
  ['decline the budget review, say I am on vacation', 'calendar.respond'],
  ['accept the invitation from Sarah', 'calendar.respond'],
])('"%s" is %s', (text, intent) => {
  expect(read(text).intent).toBe(intent);
});

test('a move says what it moves, from when, and where to', () => {
  const { slots, needs } = read('reschedule the design review from Monday to Wednesday at 11');

  expect(slots.target?.value).toBe('design review');
  expect(slots.when?.value.start).toBe('2026-11-23');
  expect(slots.newWhen?.value.start).toBe('2026-11-25T11:00:00');
  expect(needs).toEqual(['calendar.read', 'calendar.write']);
});

test('a shift is minutes, negative for earlier', () => {
  expect(read('push my 2pm back by 30 minutes').slots.shiftMinutes?.value).toBe(30);
  expect(read('move the standup 15 minutes earlier').slots.shiftMinutes?.value).toBe(-15);
});

test('a refusal carries what the organizer is told', () => {
  const { slots } = read('decline the budget review, say I am on vacation');

  expect(slots.response?.value).toBe('declined');
  expect(slots.target?.value).toBe('budget review');
  expect(slots.body?.value).toBe('I am on vacation');
});

test.each([
  ['cancel all future standups', 'following'],
  ['cancel the whole series of team lunches', 'all'],
  ['move the standup to 10am just this once', 'this'],
])('"%s" means %s of the series', (text, scope) => {
  expect(read(text).slots.scope?.value).toBe(scope);
});

test('what is missing is named in the order to ask', () => {
  expect(read('create an event').missing).toEqual(['title', 'when']);
  expect(read('set up a meeting with Bob').missing).toEqual(['when']);
  expect(read('reschedule my dentist appointment').missing).toEqual(['newWhen']);
});

test('a named zone is the zone of the time', () => {
  const { slots } = read('call with Bob tomorrow at 9am Tokyo time');

  expect(slots.timeZone?.value).toBe('Asia/Tokyo');
  expect(slots.when?.value).toMatchObject({
    start: '2026-11-21T09:00:00',
    timeZone: 'Asia/Tokyo',
    startAt: '2026-11-21T00:00:00.000Z',
  });
});

test('emoji and right-to-left titles survive byte for byte', () => {
  expect(read('Book "🎉 Ana’s 40th 👩‍👩‍👧" on Dec 3 at 6pm').slots.title?.value).toBe('🎉 Ana’s 40th 👩‍👩‍👧');
  expect(read('schedule "פגישה עם דנה" tomorrow at 5pm').slots.title?.value).toBe('פגישה עם דנה');
});

test('a time inside a quoted title is not the time of the event', () => {
  const { slots } = read('schedule "Friday drinks" on Monday at 6pm');

  expect(slots.title?.value).toBe('Friday drinks');
  expect(slots.when?.value.start).toBe('2026-11-23T18:00:00');
});
