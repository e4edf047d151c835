import { expect, test } from '@jest/globals';
import { TestTalk } from '../testing/start-talk.ts';

const contacts = [
  { name: 'Priya Nand', emails: ['priya@corp.example'] },
  { name: 'Jonas Weld', emails: ['jonas@corp.example'] },
];
const inputOf = (plan: { steps: { input: unknown }[] } | undefined) => plan?.steps[0]?.input as Record<string, never>;

test('a series begins on the first date that its rule allows', async () => {
  const talk = new TestTalk();
  const first = await talk.say('Every Monday at 8:30 gym for 1 hour');
  const { plan } = first.plan ? first : await talk.say('Tomorrow');

  expect(inputOf(plan)).toMatchObject({
    start: { dateTime: '2026-03-30T08:30:00+01:00' },
    end: { dateTime: '2026-03-30T09:30:00+01:00' },
  });
});

test.each([
  ['Every Monday at 8:30 gym for 1 hour', 'tomorrow'],
  ['Every Monday at 8:30 gym for 1 hour', 'on Wednesday'],
])('"%s" that begins "%s" begins on a Monday', async (text, start) => {
  const talk = new TestTalk();
  const first = await talk.say(text);
  const { plan = first.plan } = await talk.say(start);

  const { dateTime } = inputOf(plan)['start'] as unknown as { dateTime: string };
  expect(new Date(dateTime).getUTCDay()).toBe(1);
  expect(dateTime).toMatch(/T08:30/);
});

test.each([
  ['Schedule a call with Jonas on Tuesday at 3pm', 'Call with Jonas Weld'],
  ['Lunch with Priya on Tuesday at 1pm', 'Lunch with Priya'],
  ['Meet Priya on Tuesday at 3pm', 'Meeting with Priya Nand'],
])('"%s" is called "%s", and still after a change', async (text, title) => {
  const talk = new TestTalk({ contacts });

  expect(inputOf((await talk.say(text)).plan)).toMatchObject({ title });
  expect(inputOf((await talk.say('make it 2pm')).plan)).toMatchObject({ title });
});

test('the next meeting is one event', async () => {
  const events = [{ title: 'Standup' }, { id: 'e2', title: 'Review' }];

  const { words, parts } = await new TestTalk({ events }).say('What is my next meeting?');

  expect(words).toMatch(/Standup, /);
  expect(parts[0]).toMatchObject({ kind: 'step', output: { events: [{ title: 'Standup' }] } });
});

test('a dentist appointment is the event called Dentist', async () => {
  const talk = new TestTalk({
    events: [
      { id: 'dentist', title: 'Dentist' },
      { id: 'e2', title: 'Review' },
    ],
  });

  expect(inputOf((await talk.say('Cancel my dentist appointment')).plan)).toMatchObject({ eventId: 'dentist' });
});

test('what is in the morning stays there when its time changes', async () => {
  const talk = new TestTalk();
  await talk.say('Gym on Monday at 8am for 1 hour');

  expect(inputOf((await talk.say('make it 8:30')).plan)).toMatchObject({
    start: { dateTime: '2026-03-30T08:30:00+01:00' },
    end: { dateTime: '2026-03-30T09:30:00+01:00' },
  });
  expect(inputOf((await talk.say('make it 2')).plan)).toMatchObject({
    start: { dateTime: '2026-03-30T14:00:00+01:00' },
  });
});
