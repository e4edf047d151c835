import { afterAll, expect, test } from '@jest/globals';
import { Client } from './support/client.ts';
import { startTestHub, usualShape } from './support/hub.ts';
import { readCard, Talk } from './support/talk.ts';

const hub = await startTestHub(usualShape);
const ada = await Client.signedIn(hub);
await ada.connect(['calendar.read', 'calendar.write', 'contacts']);
afterAll(async () => hub[Symbol.asyncDispose]());

test('after an answer about free time a request with its own verb begins anew', async () => {
  const talk = new Talk(ada);
  await talk.say('Lunch with Priya tomorrow at 1pm');
  await talk.approve();
  await talk.say('When am I free tomorrow for an hour?');

  const { card } = await talk.say('Move my lunch with Priya to 2pm');

  expect(readCard(card)).toMatch(/update_event\nEvent: Lunch with Priya[\s\S]*Start: [^\n]*14:00/);
});

test('what was changed and approved is changed again, and pointed at to be undone', async () => {
  const talk = new Talk(ada);
  await talk.say('Gym tomorrow at 8am for 1 hour');
  await talk.approve();
  await talk.say('Move the gym tomorrow to 9am');
  await talk.approve();

  expect(readCard((await talk.say('Make it 10am')).card)).toMatch(/update_event\nEvent: Gym[\s\S]*Start: [^\n]*10:00/);
  expect(await talk.approve()).toMatchObject({ status: 'succeeded' });
  expect((await talk.say('Undo that')).text).toMatch(/Undo button/);
  expect(await talk.undo()).toMatchObject({ status: 'undone' });
});
