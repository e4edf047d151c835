import { afterAll, expect, test } from '@jest/globals';
import { providers } from '@switchboard/providers';
import { Client } from './support/client.ts';
import { startTestHub, usualShape } from './support/hub.ts';
import { type Said, Talk } from './support/talk.ts';

const hub = await startTestHub(usualShape);
const ada = await Client.signedIn(hub);
afterAll(async () => hub[Symbol.asyncDispose]());

/** Providers with an action for each of the capabilities. */
const having = (...names: string[]): string[] =>
  providers
    .filter(({ actions }) => names.every((name) => actions.some(({ fulfils }) => fulfils?.name === name)))
    .map(({ id }) => id);

/** What the actions of a provider that fulfil these need. */
const needs = (provider: string, ...names: string[]): string[] => [
  ...new Set(
    providers
      .filter(({ id }) => id === provider)
      .flatMap(({ actions }) => actions.filter(({ fulfils }) => names.includes(fulfils?.name ?? '')))
      .flatMap((action) => action.needs),
  ),
];

/** Connects the only account there is, by consent or by the sandbox's key, and takes it away at the end. */
async function only(provider: string, features: readonly string[]): Promise<AsyncDisposable> {
  const keys = (await (await fetch(`${hub.sandboxUrl}/_sandbox/keys`)).json()) as { items: Record<string, unknown>[] };
  const known = keys.items.find((one) => one['provider'] === provider && one['key'] !== undefined);
  const byKey = known && { method: known['method'], key: known['key'], settings: known['settings'] };
  const oauth = providers.some(({ id, auth }) => id === provider && 'oauth' in auth);
  const begun = await ada.post('/api/v1/connections', { provider, features, ...(oauth ? {} : byKey) });
  const { body } = oauth ? await ada.finish(begun) : begun;
  if (oauth) expect(body).toMatchObject({ status: 'succeeded', missingFeatures: [] });
  const id = String(body.connectionId ?? body.id);
  return { [Symbol.asyncDispose]: async () => void (await ada.delete(`/api/v1/connections/${id}`)) };
}

/** What the assistant looked up last. */
const found = ({ parts }: Said): never =>
  (parts.findLast(({ kind }) => kind === 'step') as unknown as { output: never }).output;

const calendars = having('calendar.create_event', 'calendar.list_events');
const mailboxes = having('mail.search', 'mail.send');
const ofTasks = ['tasks.create', 'tasks.search', 'tasks.complete', 'tasks.list_lists'];
const ofFiles = ['files.search', 'files.list'];
const ofMessages = ['messages.send', 'messages.list_chats'];
const kinds = {
  calendars,
  mailboxes,
  tasks: having(...ofTasks),
  files: having(...ofFiles),
  messages: having(...ofMessages),
};

test.each(Object.entries(kinds))('more than one provider has %s', (_kind, having) => {
  expect(having.length).toBeGreaterThan(1);
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

test.each(kinds.tasks)(
  'the assistant adds, finds and completes tasks at %s',
  async (provider) => {
    await using _account = await only(provider, needs(provider, ...ofTasks));
    const talk = new Talk(ada);

    const asked = await talk.say('add a task call the harbour office for tomorrow');
    const { card } = asked.card ? asked : await talk.say('the first one');
    expect(card).toMatchObject({ status: 'open', steps: [{ provider, effect: 'write', undo: true }] });
    const { dueOn } = card.steps[0].input;
    const { id } = (await talk.approve()).steps[0].output;
    const listed = found(await talk.say('find tasks about harbour office')) as { tasks: { id: string }[] };
    expect(listed.tasks).toContainEqual(expect.objectContaining({ id, title: 'call the harbour office', dueOn }));

    const completing = await talk.say('mark call the harbour office as done');
    expect(completing.card).toMatchObject({ steps: [{ provider, input: { taskId: id } }] });
    expect(await talk.approve()).toMatchObject({ status: 'succeeded', steps: [{ output: { id, done: true } }] });
  },
  120_000,
);

test.each(kinds.files)(
  'the assistant lists and finds files at %s',
  async (provider) => {
    await using _account = await only(provider, needs(provider, ...ofFiles));
    const talk = new Talk(ada);

    const { items } = found(await talk.say('list my files')) as { items: { id: string; name: string }[] };
    const [first] = items;
    const searched = found(await talk.say(`find the file "${first?.name}"`));

    expect(first).toBeDefined();
    expect(searched).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: first?.id })]) });
  },
  120_000,
);

test.each(kinds.messages)(
  'the assistant sends a message to a chat at %s by its name',
  async (provider) => {
    await using _account = await only(provider, needs(provider, ...ofMessages));
    const talk = new Talk(ada);

    const { chats } = found(await talk.say('list my chats')) as { chats: { id: string; title: string }[] };
    const chat = chats.find(({ title }) => /harborline/i.test(title));
    const { card } = await talk.say('send a message to the harborline channel saying the boat is ready');
    const done = await talk.approve();

    expect(card).toMatchObject({
      steps: [
        {
          provider,
          effect: 'send',
          input: { chatId: chat?.id, text: 'the boat is ready' },
          fields: expect.arrayContaining([expect.objectContaining({ path: '', value: chat?.title })]),
        },
      ],
    });
    expect(done).toMatchObject({ status: 'succeeded' });
  },
  120_000,
);

test('with two accounts that keep tasks, the one that is named gets the task', async () => {
  const [one = '', other = ''] = kinds.tasks;
  await using _first = await only(one, needs(one, ...ofTasks));
  await using _second = await only(other, needs(other, ...ofTasks));

  for (const provider of [one, other]) {
    const asked = await new Talk(ada).say(`add a task buy rope in ${provider}`);
    expect(asked.card).toMatchObject({ steps: [{ provider, input: { title: 'buy rope' } }] });
  }
}, 120_000);
