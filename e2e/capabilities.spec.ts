import { afterAll, expect, test } from '@jest/globals';
import { providers } from '@switchboard/providers';
import { Client } from './support/client.ts';
import { startTestHub, usualShape } from './support/hub.ts';
import { Talk } from './support/talk.ts';

const hub = await startTestHub(usualShape);
const ada = await Client.signedIn(hub);
afterAll(async () => hub[Symbol.asyncDispose]());

/** Providers with an action for each of the capabilities. */
const having = (...names: string[]): string[] =>
  providers
    .filter(({ actions }) => names.every((name) => actions.some(({ fulfils }) => fulfils?.name === name)))
    .map(({ id }) => id);

/** Connects the only account there is, and takes it away at the end. */
async function only(provider: string, features: readonly string[]): Promise<AsyncDisposable> {
  const { body } = await ada.finish(await ada.post('/api/v1/connections', { provider, features }));
  expect(body).toMatchObject({ status: 'succeeded', missingFeatures: [] });
  return { [Symbol.asyncDispose]: async () => void (await ada.delete(`/api/v1/connections/${body.connectionId}`)) };
}

const calendars = having('calendar.create_event', 'calendar.list_events');
const mailboxes = having('mail.search', 'mail.send');

test('more than one provider keeps calendars, and more than one mail', () => {
  expect(calendars.length).toBeGreaterThan(1);
  expect(mailboxes.length).toBeGreaterThan(1);
});

test.each(calendars)(
  'the calendar’s routes and the assistant keep events at %s',
  async (provider) => {
    await using _account = await only(provider, ['calendar.read', 'calendar.write']);
    const talk = new Talk(ada);

    const { card } = await talk.say('Lunch with jonas.weld.demo@gmail.com tomorrow at 1pm for 45 minutes');
    expect(card).toMatchObject({ status: 'open', steps: [{ provider, effect: 'write', undo: true }] });
    const done = await talk.approve();
    expect(done).toMatchObject({ status: 'succeeded', steps: [{ output: { id: expect.any(String) } }] });
    const { id } = done.steps[0].output;

    const events = async () => (await ada.get('/api/v1/calendar/events?query=Lunch')).body.events as { id: string }[];
    expect(await events()).toContainEqual(expect.objectContaining({ id }));
    expect(JSON.stringify((await talk.say('what is on my calendar tomorrow?')).parts)).toContain(id);
    expect(await ada.post(`/api/v1/proposals/${card.id}/undo`)).toMatchObject({ body: { status: 'undone' } });
    expect(await events()).not.toContainEqual(expect.objectContaining({ id }));
  },
  120_000,
);

test.each(mailboxes)(
  'the assistant searches and sends mail at %s',
  async (provider) => {
    await using _account = await only(provider, ['mail.read', 'mail.send']);
    const talk = new Talk(ada);

    const found = await talk.say('who wrote to me this week?');
    const { card } = await talk.say('Send a mail to jonas.weld.demo@gmail.com saying the boat is ready');
    const done = await talk.approve();

    expect(JSON.stringify(found.parts)).toMatch(/@/);
    expect(card).toMatchObject({ steps: [{ provider, effect: 'send' }] });
    expect(done).toMatchObject({ status: 'succeeded' });
  },
  120_000,
);
