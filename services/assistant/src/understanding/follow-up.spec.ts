import { expect, test } from '@jest/globals';
import type { Frame, UnderstandingContext } from './types.ts';
import { understand } from './understand.ts';

const context: UnderstandingContext = { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' };

function open(text: string): Frame {
  const { intent, slots } = understand(text, context);
  return { intent, slots };
}

const lunch = open('Lunch with Priya tomorrow at 1pm for an hour');
const say = (text: string, openFrame = lunch, more: Partial<UnderstandingContext> = {}) =>
  understand(text, { ...context, openFrame, ...more });

test.each([['yes'], ['Yes please'], ['ok, do it'], ['sounds good, thanks'], ['👍'], ['send it']])(
  '"%s" is a yes',
  (text) => {
    expect(say(text).followUp).toBe('confirm');
  },
);

test.each([['no'], ['cancel'], ['never mind'], ["no, don't"], ['forget it']])('"%s" is a no', (text) => {
  expect(say(text).followUp).toBe('reject');
});

test('P-1 a yes with a change is a change, not a yes', () => {
  expect(say('yes, but at 3').followUp).toBe('edit');
  expect(say('ok but make it 4pm').followUp).toBe('edit');
});

test('a new time keeps the day and the length', () => {
  expect(say('make it 4pm').merged?.slots.when?.value).toMatchObject({
    start: '2026-11-21T16:00:00',
    end: '2026-11-21T17:00:00',
  });
});

test('a new day keeps the time and the length', () => {
  expect(say('on Friday instead').merged?.slots.when?.value).toMatchObject({
    start: '2026-11-27T13:00:00',
    end: '2026-11-27T14:00:00',
  });
});

test('people are added and taken away', () => {
  const names = (text: string) => say(text).merged?.slots.people?.map(({ value }) => value.email ?? value.name);

  expect(names('add Sam')).toEqual(['Priya', 'Sam']);
  expect(names('also invite ann@example.com')).toEqual(['Priya', 'ann@example.com']);
  expect(names('without Priya')).toEqual([]);
});

test.each([
  ['call it Budget review', 'title', 'Budget review'],
  ['make it 30 minutes', 'durationMinutes', 30],
  ['at Blue Cafe', 'place', 'Blue Cafe'],
  ['add a zoom link', 'conference', true],
])('"%s" changes the %s', (text, slot, value) => {
  const { followUp, slots } = say(text);

  expect(followUp).toBe('edit');
  expect(slots[slot as 'title']?.value).toBe(value);
});

test('another request leaves the open one alone', () => {
  const other = say('what is on my calendar tomorrow');

  expect(other.followUp).toBeUndefined();
  expect(other.intent).toBe('calendar.list');
});

test('the answer to a question fills the slot that was asked for', () => {
  const meeting = open('set up a meeting with Bob');

  const answered = say('tomorrow at 3', meeting, { pendingSlot: 'when' });

  expect(answered.followUp).toBe('answer');
  expect(answered.merged?.slots.when?.value.start).toBe('2026-11-21T15:00:00');
  expect(answered.missing).toEqual([]);
});

test('a bare word answers what was asked, whatever it means elsewhere', () => {
  const mail = open('send an email to Priya');

  expect(say('ok', mail, { pendingSlot: 'body' }).slots.body?.value).toBe('ok');
  expect(say('"no"', mail, { pendingSlot: 'subject' }).slots.subject?.value).toBe('no');
});

const choices = [{ label: 'Bob Smith <bob@example.com>' }, { label: 'Bob Jones' }, { label: 'Bobby Tables' }];
test.each([
  ['the second one', 1],
  ['2', 1],
  ['Jones', 1],
  ['option 3 please', 2],
  ['the last one', 2],
  ['first', 0],
])('"%s" picks a choice', (text, choice) => {
  const understood = say(text, lunch, { choices });

  expect(understood.followUp).toBe('choose');
  expect(understood.choice).toBe(choice);
});

test('a choice that is not there is not made', () => {
  expect(say('the fifth one', lunch, { choices }).choice).toBeUndefined();
});

test('a mail that is open takes a new text and a new subject', () => {
  const mail = open('email Priya saying hello');

  expect(say('change the subject to Launch', mail).merged?.slots.subject?.value).toBe('Launch');
  expect(say('make it say we moved the date', mail).merged?.slots.body?.value).toBe('we moved the date');
});

test('a new request while something is open keeps everybody it names', () => {
  const asked = say(
    'Schedule a design review with Tom on Monday at 2pm for 45 minutes',
    open('When am I free on Monday?'),
  );

  expect(asked.intent).toBe('calendar.create');
  expect(asked.followUp).toBeUndefined();
  expect(asked.slots.people?.map(({ value }) => value.name)).toEqual(['Tom']);
});
