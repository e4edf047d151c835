import { expect, test } from '@jest/globals';
import { TestTalk } from '../testing/start-talk.ts';

const events = [
  { id: 'gym', title: 'Gym' },
  { id: 'dentist', title: 'Dentist' },
];
const choicesOf = (parts: readonly object[]) =>
  parts.flatMap((part) => ('choices' in part ? (part.choices as { label: string }[]).map(({ label }) => label) : []));

test('an event that is not there is said, with what is nearest as choices, and the one chosen is meant', async () => {
  const talk = new TestTalk({ events });
  const { words, parts } = await talk.say('Cancel the dentist checkup');

  expect(words).toMatch(/find no event for “dentist checkup”/i);
  expect(choicesOf(parts)).toEqual([expect.stringContaining('Dentist'), expect.stringContaining('Gym')]);
  expect((await talk.say('the first one')).plan?.steps[0]).toMatchObject({ input: { eventId: 'dentist' } });
});

test('which one is never asked without a choice or an example', async () => {
  expect(choicesOf((await new TestTalk({ events }).say('Cancel my event')).parts)).toHaveLength(2);
  expect((await new TestTalk().say('Cancel the dentist checkup')).words).toMatch(/for example/);
});

test('where no invitation waits no other event is offered in its place', async () => {
  expect(choicesOf((await new TestTalk({ events }).say('Accept the invitation')).parts)).toEqual([]);
});

test('a mail that is not there is said, with the newest ones as choices', async () => {
  const mails = [{ from: { email: 'bob@corp.example', name: 'Bob' }, subject: 'Invoice' }];
  const { parts } = await new TestTalk({ mails }).say('Reply to Zebediah saying thanks');

  expect(choicesOf(parts)).toEqual(['Invoice — Bob']);
});
