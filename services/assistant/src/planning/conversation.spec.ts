import { expect, test } from '@jest/globals';
import { mailSearch } from '@switchboard/contracts';
import { TestTalk } from '../testing/start-talk.ts';

const priya = { name: 'Priya Nand', emails: ['priya@corp.example'] };
const saras = [
  { name: 'Sara Whitlock', emails: ['sara.w@corp.example'] },
  { name: 'Sara Demir', emails: ['sara.d@corp.example'] },
];
const inputOf = (plan: { steps: { input: unknown }[] } | undefined) => plan?.steps[0]?.input as Record<string, never>;

test('a first name is the contact it begins', async () => {
  const { plan } = await new TestTalk({ contacts: [priya] }).say('Meet Priya on Tuesday at 3pm');

  expect(inputOf(plan)).toMatchObject({ attendees: [{ email: 'priya@corp.example', name: 'Priya Nand' }] });
});

test('a name that two people have is asked, and the one chosen is invited', async () => {
  const talk = new TestTalk({ contacts: saras });
  const asked = await talk.say('Meet Sara on Tuesday at 3pm');
  expect(asked.parts).toContainEqual(expect.objectContaining({ kind: 'choices', slot: 'person' }));

  const { plan } = await talk.say('the second one');

  expect(inputOf(plan)).toMatchObject({ attendees: [{ email: 'sara.d@corp.example' }] });
});

test('who is in no address book is found in recent mail', async () => {
  const mails = [{ from: { email: 'oskar@law.example', name: 'Oskar Brandt' } }];

  const { plan } = await new TestTalk({ mails }).say('email Oskar: please send it');

  expect(inputOf(plan)).toMatchObject({ to: [{ email: 'oskar@law.example' }] });
});

test('who is nowhere is asked for, and the address completes what was said', async () => {
  const talk = new TestTalk();
  expect((await talk.say('Meet Zebediah on Tuesday at 3pm')).words).toMatch(/Zebediah/);

  expect(inputOf((await talk.say('zeb@corp.example')).plan)).toMatchObject({
    attendees: [{ email: 'zeb@corp.example' }],
  });
});

test('P-5 a plan made from mail is tainted and names only whom the person named', async () => {
  const mails = [{ from: { email: 'oskar@law.example', name: 'Oskar Brandt' } }];
  const fromMail = await new TestTalk({ mails }).say('email Oskar: please send it');
  const typed = await new TestTalk({ mails }).say('email bob@corp.example saying hello');
  const contact = await new TestTalk({ contacts: [priya] }).say('email Priya saying hello');

  expect(fromMail.plan).toMatchObject({ tainted: true, named: [] });
  expect(typed.plan).toMatchObject({ tainted: false, named: ['bob@corp.example'] });
  expect(contact.plan).toMatchObject({ tainted: false, named: ['priya@corp.example'] });
});

test('P-5 a display name does not make a stranger’s address a named one', async () => {
  const mails = [{ from: { email: 'priya@attacker.example', name: 'Priya Nand' } }];

  const { plan } = await new TestTalk({ contacts: [priya], mails }).say('reply to Priya: sounds good');

  expect(plan?.named).not.toContain('priya@attacker.example');
});

test('a permission that is missing becomes a button for exactly that, and the words go on afterwards', async () => {
  const talk = new TestTalk({ contacts: [priya], features: ['calendar.read', 'contacts'] });

  const { parts, plan } = await talk.say('Meet Priya on Tuesday at 3pm');

  expect(parts).toContainEqual(expect.objectContaining({ kind: 'grant', features: ['calendar.write'] }));
  expect(plan).toBeUndefined();
});

test('two accounts without a default are asked for before anything is looked up, and the one chosen acts', async () => {
  const talk = new TestTalk({ contacts: [priya], ambiguous: true });
  const { parts } = await talk.say('Meet Priya on Tuesday at 3pm');
  expect(parts).toContainEqual(expect.objectContaining({ kind: 'choices', slot: 'account' }));

  const { plan } = await talk.say('ada@work.example');

  expect(plan?.steps[0]).toMatchObject({ connectionId: expect.stringMatching(/2$/) });
});

test('an edit takes the place of the open card; once that ran, it changes what was made', async () => {
  const talk = new TestTalk({ contacts: [priya], events: [{ id: 'made' }] });
  await talk.say('Meet Priya on Tuesday at 3pm');
  const edited = await talk.say('make it 4pm');
  expect(edited.plan).toMatchObject({ replaces: expect.any(String), steps: [{ capability: 'calendar.create_event' }] });

  const made = { id: 'made', calendarId: 'primary', title: 'Meeting', status: 'confirmed', attendees: [] };
  const at = (hour: number) => ({ dateTime: `2026-03-31T${hour + 1}:00:00+01:00`, timeZone: 'Europe/London' });
  talk.outcome = { status: 'succeeded', output: { ...made, start: at(15), end: at(16) } };
  const changed = await talk.say('make it 5pm');

  expect(changed.plan).toMatchObject({
    steps: [{ capability: 'calendar.update_event', input: { eventId: 'made', start: at(16) } }],
  });
});

test('a typed yes decides nothing', async () => {
  const talk = new TestTalk({ contacts: [priya] });
  await talk.say('Meet Priya on Tuesday at 3pm');

  const { words, plan } = await talk.say('yes');

  expect(words).toMatch(/Approve/);
  expect(plan).toBeUndefined();
});

test('the last of the mails is the newest, and one’s own are not answered', async () => {
  const mails = [
    { id: 'own', from: { email: 'ada@home.example', name: 'Ada' } },
    { id: 'new', from: { email: 'bob@corp.example', name: 'Bob' } },
    { id: 'old', from: { email: 'bob@corp.example', name: 'Bob' } },
  ];

  const { plan } = await new TestTalk({ mails }).say('reply to the last email saying thanks');

  expect(inputOf(plan)).toMatchObject({ messageId: 'new', text: 'thanks' });
});

test('a label is no criterion of what is labelled', async () => {
  const talk = new TestTalk({ mails: [{ from: { email: 'bob@corp.example', name: 'Bob' } }] });

  const { plan } = await talk.say('label the mails from Bob as Invoices');

  expect(talk.readsOf(mailSearch)).toEqual([expect.not.objectContaining({ label: expect.anything() })]);
  expect(inputOf(plan)).toMatchObject({ add: ['Invoices'] });
});
