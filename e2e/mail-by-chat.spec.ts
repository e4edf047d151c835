import { afterAll, expect, test } from '@jest/globals';
import { Client } from './support/client.ts';
import { startTestHub, usualShape } from './support/hub.ts';
import { readCard, Talk } from './support/talk.ts';

const features = ['calendar.read', 'calendar.write', 'contacts', 'mail.read', 'mail.send', 'mail.modify'];
const hub = await startTestHub(usualShape);
const ada = await Client.signedIn(hub);
await ada.connect(features);
// What the sandbox's calendar holds depends on the day of the week; this one is always tomorrow.
const lesson = new Talk(ada);
await lesson.say('Piano lesson tomorrow at 6:45am for an hour');
await lesson.approve();
afterAll(async () => hub[Symbol.asyncDispose]());

/** Everything that one of the sandbox's people holds, as text. */
async function stateOf(account: string): Promise<string> {
  return (await fetch(`${hub.sandboxUrl}/_sandbox/state/${account}?provider=google`)).text();
}

test.each([
  [
    'send an email to Priya saying the logo looks great',
    /send_mail[\s\S]*To: Priya Nandakumar <priya@fernhill[\s\S]*Text: the logo looks great/,
  ],
  ['send Priya a message that the photos are great', /send_mail[\s\S]*priya@fernhill[\s\S]*Text: the photos are great/],
  ['tell Bruno I will be ten minutes late', /send_mail[\s\S]*bruno@fernhill[\s\S]*Text: I will be ten minutes late/],
  ['email stranger@elsewhere.example saying hello there', /send_mail[\s\S]*To: stranger@elsewhere.example/],
  [
    'send a mail to jonas.weld.demo@gmail.com with subject "Parking" saying "Use bay 4."',
    /Subject: Parking\nText: Use bay 4\./,
  ],
  [
    'write a draft to Henrik about the term sheet saying I need two more days',
    /save_draft[\s\S]*Subject: the term sheet/,
  ],
  [
    'reply to Lucía: Thursday works for me',
    /reply_to_mail[\s\S]*Lunch on Thursday[\s\S]*To: Lucía Ferrante[\s\S]*Text: Thursday works/,
  ],
  [
    'reply to all on the interview mail saying I am in',
    /reply_to_mail[\s\S]*Interview Thursday[\s\S]*Reply to everyone: Yes/,
  ],
  [
    'forward the kick-off agenda to tomas@fernhill.example with a note: please read',
    /forward_mail[\s\S]*tomas@fernhill[\s\S]*please read/,
  ],
  ["forward Kenji's latest mail to Mei", /forward_mail[\s\S]*Tile server limits[\s\S]*mei@fernhill/],
  ['label the mails from Sara Whitlock as Harborline', /label_messages[\s\S]*Labels to add, by name: Harborline/],
  ['mark the mail from Jonas as read', /label_messages[\s\S]*Labels to take off, by name: UNREAD/],
  ['archive the latest mail from Priya', /archive_messages[\s\S]*Photo shoot/],
  ['delete the mails from Ledgerly', /trash_messages[\s\S]*Ledgerly receipt/],
])('“%s” becomes the card for it', async (sentence, card) => {
  const said = await new Talk(ada).say(sentence);

  expect(readCard(said.card)).toMatch(card);
  expect(said.card.status).toBe('open');
});

test.each([
  [
    'Lunch with Priya on Thursday at 1pm at Olive & Salt',
    /create_event\nTitle: Lunch[\s\S]*13:00[\s\S]*14:00[\s\S]*priya@[\s\S]*Place: Olive & Salt/,
  ],
  [
    'Set up a weekly sync with Mei every Monday at 10am for 30 minutes',
    /Title: Sync[\s\S]*10:00[\s\S]*10:30[\s\S]*Repeats: every week on Monday/,
  ],
  ['Focus time tomorrow at 8am', /create_event\nTitle: Focus time[\s\S]*08:00/],
  ["I'm on holiday from 21 to 24 December", /Start: .*21 Dec.*all day\nEnd: .*24 Dec.*all day/],
  [
    'dentist on Friday at 3 in the afternoon, remind me 30 minutes before',
    /Title: Dentist[\s\S]*15:00[\s\S]*Reminders: 30 min before/,
  ],
  ['Call with zeb@corp.example tomorrow 5pm New York time', /zeb@corp\.example/],
  ['Reschedule the design review to Friday at 3pm', /update_event\nEvent: Design review[\s\S]*Start: Fri.*15:00/],
  ['Move the quarterly planning to Wednesday', /update_event\nEvent: Quarterly planning[\s\S]*Start: Wed.*09:00/],
  ['push the photo shoot back half an hour', /update_event\nEvent: Brand photo shoot[\s\S]*Start: .*10:30/],
  ['move my 6:45am tomorrow to 7:15am', /update_event\nEvent: Piano lesson[\s\S]*Start: .*07:15/],
  ['extend the design review by 30 minutes', /update_event\nEvent: Design review[\s\S]*End: .*15:30/],
  ['rename the piano lesson to Scales', /update_event\nEvent: Piano lesson[\s\S]*Title: Scales/],
  ['change the location of the board dinner to The Ivy', /update_event\nEvent: Board dinner[\s\S]*Place: The Ivy/],
  ['add Priya to the piano lesson', /update_event\nEvent: Piano lesson[\s\S]*People invited: Priya/],
  ['invite Bruno to the design review', /update_event\nEvent: Design review[\s\S]*bruno@fernhill/],
  ['accept the hiring panel invitation', /respond_to_event\nEvent: Hiring panel[\s\S]*Your answer: Yes/],
  ['decline Weekly numbers, say I am travelling', /respond_to_event\nEvent: Weekly numbers[\s\S]*Your answer: No/],
  ['cancel all stand-ups', /cancel_event\nEvent: Team stand-up[\s\S]*Which of the series: The whole series/],
])('“%s” becomes the card for it, too', async (sentence, card) => {
  const said = await new Talk(ada).say(sentence);

  expect(readCard(said.card)).toMatch(card);
});

test.each([
  ['who emailed me in the last 7 days?', /Priya Nandakumar: \d/],
  ['any unread mail?', /newest|first from/],
  ['Find the mail about the contract', /Contract draft v3/],
  ['read the latest mail from Priya', /Photo shoot: what to wear, from Priya/],
  ['what did Henrik say?', /Term sheet questions, from Henrik/],
  ['did Kenji write to me?', /Kenji Arakawa: Tile server limits/],
  ['any mail from the bank?', /no such message/],
  ['when is the board dinner?', /Board dinner, .*19:30/],
  ["what's next?", /\w, \w{3} \d/],
  ['am I free tomorrow at 7am?', /not free/],
  ['thanks', /welcome/],
  ['create a task to buy milk', /has not allowed that yet/],
])('“%s” is answered in words', async (sentence, answer) => {
  const said = await new Talk(ada).say(sentence);

  expect(said.text).toMatch(answer);
  expect(said.card).toBeUndefined();
});

test('who wrote never counts what one wrote oneself', async () => {
  const said = await new Talk(ada).say('who emailed me this month?');

  expect(said.text).not.toContain('Ada Marsh');
});

test('a letter is changed by follow-ups, sent once approved, and arrives', async () => {
  const talk = new Talk(ada);
  await talk.say('send an email to Jonas saying the logo looks great');
  await talk.say('make it say the logo looks wonderful');
  await talk.say('add Mei in cc');
  const { card } = await talk.say('change the subject to Logo, third round');
  expect(readCard(card)).toMatch(
    /jonas\.weld[\s\S]*Cc: Mei[\s\S]*Subject: Logo, third round\nText: the logo looks wonderful/,
  );

  const done = await talk.approve();

  expect(done.status).toBe('succeeded');
  expect(await stateOf('jonas.weld.demo@gmail.com')).toContain('Logo, third round');
});

test('“instead” takes the place of whom it was for', async () => {
  const talk = new Talk(ada);
  await talk.say('send Priya an email saying the photos are great');

  const { card } = await talk.say('send it to Mei instead');

  expect(readCard(card)).toMatch(/To: Mei Okafor <mei@fernhill\.example>\n/);
});

test('what was listed is read, answered, archived and brought back without being named again', async () => {
  const talk = new Talk(ada);
  await talk.say('show me unread mails from Daniel');
  expect((await talk.say('read the first one')).text).toMatch(/Data export: first look, from Daniel Brook/);

  const answer = await talk.say('reply saying thanks, I will look tonight');
  expect(readCard(answer.card)).toMatch(/Data export[\s\S]*To: Daniel Brook[\s\S]*Text: thanks, I will look tonight/);
  expect((await talk.approve()).status).toBe('succeeded');

  const archive = await talk.say('archive it');
  expect(readCard(archive.card)).toMatch(/archive_messages\nMessage: Data export/);
  expect((await talk.approve()).status).toBe('succeeded');
  expect((await talk.undo()).status).toBe('undone');
});

test('several that fit are offered, and the one chosen is meant', async () => {
  const talk = new Talk(ada);
  const { parts } = await talk.say('delete the mail from Parcelwise');
  expect(parts).toContainEqual(expect.objectContaining({ kind: 'choices' }));

  const { card } = await talk.say('the second one');

  expect(readCard(card)).toMatch(/trash_messages\nMessage: Parcel \d+ is on its way/);
  expect(card.steps[0].input.messageIds).toHaveLength(1);
});

test('an event is built up by follow-ups: another time, person, length and name', async () => {
  const talk = new Talk(ada);
  await talk.say('Meet Priya on Thursday at 3pm');
  await talk.say('make it 4pm');
  await talk.say('add Tomas');
  await talk.say('make it 45 minutes');
  const { card } = await talk.say('call it Logo round three');

  expect(readCard(card)).toMatch(
    /Title: Logo round three\nStart: Thu.*16:00.*\nEnd: Thu.*16:45.*\nPeople invited: Priya.*Tomas/,
  );
  expect((await talk.say('yes')).text).toMatch(/Approve/);
  expect((await talk.say('no')).text).toMatch(/Nothing was done/);
});

test('one meeting of a series moves and the others stay', async () => {
  const talk = new Talk(ada);
  await talk.say('Set up a weekly catch-up with Bruno every Tuesday at 10am for 30 minutes');
  const series = await talk.approve();
  expect(series.status).toBe('succeeded');

  const { card } = await talk.say('make it 11am');
  expect(readCard(card)).toMatch(/Which of the series: Only this one/);
  const moved = await talk.approve();

  expect(moved.steps[0].output).toMatchObject({ seriesId: series.steps[0].output.id });
  const { events } = (await ada.get('/api/v1/calendar/events?query=Catch-up&limit=3')).body;
  const times = events.map(({ start }: { start: { dateTime: string } }) => start.dateTime.slice(11, 16));
  expect(times.slice(0, 2)).toEqual(['11:00', '10:00']);
});

test('a free time that is chosen becomes the meeting with those it was looked for', async () => {
  const talk = new Talk(ada);
  const found = await talk.say('Find a time for Jonas and Priya next week for 45 minutes');
  expect(found.text).toMatch(/cannot see the calendar of priya@fernhill\.example/);
  const choices = found.parts.find(({ kind }) => kind === 'choices')?.['choices'] as { label: string }[];

  const { card } = await talk.say(choices[1]?.label ?? '');

  expect(readCard(card)).toMatch(/People invited: Jonas Weld.*Priya/);
  expect(card.steps[0].input.start.dateTime.slice(11, 16)).toBe(choices[1]?.label.slice(-11, -6));
});

test('a day without a time is asked for its time and keeps its day', async () => {
  const talk = new Talk(ada);
  expect((await talk.say('lunch on Thursday with Priya')).text).toMatch(/what time/i);

  const { card } = await talk.say('1pm');

  expect(readCard(card)).toMatch(/Start: Thu.*13:00/);
});

test('an event that is not on that day is offered where it is', async () => {
  const talk = new Talk(ada);
  const { text, parts } = await talk.say('cancel the board dinner tomorrow');
  expect(text).toMatch(/no “board dinner” then/);
  expect(parts).toContainEqual(expect.objectContaining({ kind: 'choices' }));

  expect(readCard((await talk.say('1')).card)).toMatch(/cancel_event\nEvent: Board dinner/);
});

test('a person nobody knows is asked for, and the address completes the card', async () => {
  const talk = new Talk(ada);
  expect((await talk.say('Meet Zebediah tomorrow at 3pm')).text).toMatch(/Zebediah/);

  expect(readCard((await talk.say('zeb@corp.example')).card)).toMatch(/People invited: zeb@corp\.example/);
});

test('P-5 an address that only mail knows is flagged, one from the contacts or typed is not', async () => {
  const fromMail = await new Talk(ada).say('mail Oskar: please send the contract');
  const fromContacts = await new Talk(ada).say('mail Priya: please send the contract');
  const answered = await new Talk(ada).say('reply to Lucía: Thursday works for me');

  expect(fromMail.card).toMatchObject({ tainted: true, unnamed: ['oskar@brandtlegal.example'] });
  expect(fromContacts.card.unnamed).toEqual([]);
  expect(answered.card.unnamed).toEqual([]);
});
