import { expect, test } from '@jest/globals';
import { calendarListEvents, calendarFindFreeTime } from '@switchboard/contracts';
import { TestTalk } from '../testing/start-talk.ts';

// Friday, 27 March 2026; in London clocks go forward in the night to Sunday.
const inputOf = (plan: { steps: { input: unknown }[] } | undefined) => plan?.steps[0]?.input as Record<string, never>;
const london = (dateTime: string) => ({ dateTime, timeZone: 'Europe/London' });

test('the same hour before and after the clocks change is kept in its zone', async () => {
  const saturday = await new TestTalk().say('Yoga tomorrow at 11am for an hour');
  const sunday = await new TestTalk().say('Yoga on Sunday at 11am for an hour');

  expect(inputOf(saturday.plan)['start']).toEqual(london('2026-03-28T11:00:00+00:00'));
  expect(inputOf(sunday.plan)['start']).toEqual(london('2026-03-29T11:00:00+01:00'));
});

test('a move over the change keeps the time of day and the length', async () => {
  const events = [
    { id: 'e1', title: 'Design review', start: london('2026-03-28T14:00:00Z'), end: london('2026-03-28T15:00:00Z') },
  ];

  const { plan } = await new TestTalk({ events }).say('move the design review to Monday');

  expect(inputOf(plan)).toMatchObject({
    start: london('2026-03-30T14:00:00+01:00'),
    end: london('2026-03-30T15:00:00+01:00'),
  });
});

test('“21 to 24” has the 24th in it, and “for three days” three', async () => {
  const range = await new TestTalk().say("I'm on holiday from 21 to 24 December");
  const length = await new TestTalk().say('Offsite from Monday for 3 days');

  expect(inputOf(range.plan)).toMatchObject({ start: { date: '2026-12-21' }, end: { date: '2026-12-25' } });
  expect(inputOf(length.plan)).toMatchObject({ start: { date: '2026-03-30' }, end: { date: '2026-04-02' } });
});

test('a day without a time is asked for the time of lunch, and keeps its day', async () => {
  const talk = new TestTalk();
  expect((await talk.say('Lunch with bob@corp.example on Thursday')).words).toMatch(/what time/i);

  expect(inputOf((await talk.say('1pm')).plan)['start']).toEqual(london('2026-04-02T13:00:00+01:00'));
});

test('an impossible time is asked again and nothing of the rest is lost', async () => {
  const talk = new TestTalk();
  expect((await talk.say('Meet bob@corp.example tomorrow at 25:00')).words).toMatch(/25:00/);

  const { plan } = await talk.say('tomorrow at 15:00');

  expect(inputOf(plan)).toMatchObject({
    attendees: [{ email: 'bob@corp.example' }],
    start: london('2026-03-28T15:00:00+00:00'),
  });
});

test('what nobody said is marked as assumed', async () => {
  const { plan } = await new TestTalk().say('Meet bob@corp.example tomorrow at 3pm');

  expect(plan?.steps[0]?.assumed).toEqual(expect.arrayContaining(['/title', '/end', '/notify']));
});

test('“my 3pm to 4pm” is one place in the day and another', async () => {
  const events = [
    { id: 'a', title: 'One', start: london('2026-03-31T15:00:00+01:00'), end: london('2026-03-31T15:30:00+01:00') },
    { id: 'b', title: 'Two', start: london('2026-03-31T15:30:00+01:00'), end: london('2026-03-31T16:00:00+01:00') },
  ];

  const { plan } = await new TestTalk({ events }).say('move my 3pm on Tuesday to 4pm');

  expect(inputOf(plan)).toMatchObject({ eventId: 'a', start: london('2026-03-31T16:00:00+01:00') });
});

test('a question for a stretch of days looks at the last of them as well', async () => {
  const talk = new TestTalk();

  await talk.say("what's on my calendar from Monday to Wednesday?");

  expect(talk.readsOf(calendarListEvents)).toEqual([
    expect.objectContaining({ from: '2026-03-30T00:00:00+01:00', to: '2026-04-02T00:00:00+01:00' }),
  ]);
});

test('free time is looked for in working hours, unless a time of day was said', async () => {
  const week = new TestTalk();
  await week.say('When am I free next week?');
  const evening = new TestTalk();
  await evening.say('am I free tomorrow evening?');

  expect(week.readsOf(calendarFindFreeTime)[0]).toMatchObject({ workingHours: {}, durationMinutes: 30 });
  expect(evening.readsOf(calendarFindFreeTime)[0]).not.toHaveProperty('workingHours');
});

test('a chosen free time becomes a meeting of the length that was asked for', async () => {
  const talk = new TestTalk({ contacts: [{ name: 'Priya Nand', emails: ['priya@corp.example'] }] });
  const { parts } = await talk.say('Find a time for Priya next week for 45 minutes');
  expect(parts).toContainEqual(
    expect.objectContaining({ kind: 'choices', choices: [{ id: '1', label: 'Mon 30 Mar, 09:00–09:45' }] }),
  );

  expect(inputOf((await talk.say('1')).plan)).toMatchObject({
    attendees: [{ email: 'priya@corp.example' }],
    start: london('2026-03-30T09:00:00+01:00'),
    end: london('2026-03-30T09:45:00+01:00'),
  });
});
