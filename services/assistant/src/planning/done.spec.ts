import { expect, test } from '@jest/globals';
import { TestTalk } from '../testing/start-talk.ts';

const at = (hour: string) => ({ dateTime: `2026-03-30T${hour}:00:00+01:00`, timeZone: 'Europe/London' });
const gym = {
  id: 'gym',
  calendarId: 'primary',
  title: 'Gym',
  status: 'confirmed' as const,
  attendees: [],
  start: at('08'),
  end: at('09'),
};
const inputOf = (plan: { steps: { input: unknown }[] } | undefined) => plan?.steps[0]?.input as Record<string, never>;

async function moved(): Promise<TestTalk> {
  const talk = new TestTalk({ events: [gym] });
  const { plan } = await talk.say('Move the gym on Monday to 9am');
  expect(inputOf(plan)).toMatchObject({ eventId: 'gym', start: at('09') });
  talk.outcome = { status: 'succeeded', output: { ...gym, start: at('09'), end: at('10') } };
  return talk;
}

test('after a change was approved "make it" changes that same event again, on its day', async () => {
  const { plan } = await (await moved()).say('Make it 10am');

  expect(plan?.steps[0]).toMatchObject({
    capability: 'calendar.update_event',
    input: { eventId: 'gym', start: at('10') },
  });
});

test('a card for an event of one’s own says nothing of guests, and is not marked as made from mail', async () => {
  const [plan] = (await moved()).plans();

  expect(plan).toMatchObject({ tainted: false });
  expect(plan?.steps[0]?.assumed).not.toContain('/notify');
});

test('"undo that" shows the card that can be undone', async () => {
  const { words, parts, plan } = await (await moved()).say('Undo that');

  expect(words).toMatch(/Undo button/);
  expect(parts).toContainEqual(expect.objectContaining({ kind: 'proposal' }));
  expect(plan).toBeUndefined();
});

test('a typed yes points at the card that is there', async () => {
  const talk = new TestTalk({ events: [gym] });
  await talk.say('Move the gym on Monday to 9am');

  expect((await talk.say('yes')).parts).toEqual([expect.objectContaining({ kind: 'text' })]);
});

test('P-5 a change that carries on the guests of the event counts as made from what others wrote', async () => {
  const guest = { email: 'stranger@other.example', name: 'Stranger' };
  const talk = new TestTalk({ events: [{ ...gym, attendees: [guest as never] }] });

  const { plan } = await talk.say('Add bob@corp.example to the gym on Monday');

  expect(plan).toMatchObject({ tainted: true, named: ['bob@corp.example'] });
});
