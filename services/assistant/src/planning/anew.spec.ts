import { expect, test } from '@jest/globals';
import { mailSearch } from '@switchboard/contracts';
import { TestTalk } from '../testing/start-talk.ts';

const at = (hour: number) => ({ dateTime: `2026-03-30T${hour}:00:00+01:00`, timeZone: 'Europe/London' });
const others = { attendees: [{ email: 'priya@corp.example', name: 'Priya Nand' }] as never };
const events = [
  { id: 'lunch', title: 'Lunch with Priya', start: at(12), end: at(13), ...others },
  { id: 'budget', title: 'Budget review', start: at(16), end: at(17) },
];
const inputOf = (plan: { steps: { input: unknown }[] } | undefined) => plan?.steps[0]?.input as Record<string, never>;

test.each([
  ['Move my lunch with Priya to 2pm', 'lunch'],
  ['Move the budget review to Thursday 5pm', 'budget'],
])('after an answer about free time "%s" moves that event', async (text, eventId) => {
  const talk = new TestTalk({ events });
  await talk.say('When am I free tomorrow for an hour?');

  const { plan } = await talk.say(text);

  expect(plan?.steps[0]).toMatchObject({ capability: 'calendar.update_event', input: { eventId } });
});

test('"Move it" after an answer about free time means the event that was shown last', async () => {
  const talk = new TestTalk({ events: events.slice(0, 1) });
  await talk.say('What is on my calendar on Monday?');
  await talk.say('When am I free tomorrow for an hour?');

  expect(inputOf((await talk.say('Move it to 2pm')).plan)).toMatchObject({ eventId: 'lunch' });
});

test('a new request is no answer to the question that was open', async () => {
  const talk = new TestTalk();
  await talk.say('Meet Zebediah on Tuesday at 3pm');

  expect((await talk.say('Meeting with Zaphod tomorrow at 10')).words).toMatch(/Zaphod/);
});

test('whether somebody answered is looked up in the mail', async () => {
  const talk = new TestTalk({ mails: [{ from: { email: 'jonas@corp.example', name: 'Jonas Weld' } }] });

  await talk.say('Did Jonas reply about the budget?');

  expect(talk.readsOf(mailSearch)).toEqual([expect.objectContaining({ from: 'Jonas', query: 'budget' })]);
});
