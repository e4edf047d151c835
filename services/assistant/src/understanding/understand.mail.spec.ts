import { expect, test } from '@jest/globals';
import { understand } from './understand.ts';

const context = { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' };
const read = (text: string) => understand(text, context);

test.each([
  ['email bob@example.com saying I will be late', 'mail.send', ['mail.send']],
  ['draft an email to the team about Friday drinks', 'mail.draft', ['mail.modify']],
  ['reply to Anna saying thanks, see you tomorrow', 'mail.reply', ['mail.read', 'mail.send']],
  ['forward the invoice email from Acme to accounting@example.com', 'mail.forward', ['mail.read', 'mail.send']],
  ['show me unread emails from Sarah this week', 'mail.search', ['mail.read']],
  ['read my latest email', 'mail.read', ['mail.read']],
  ['who wrote to me today', 'mail.summarise_senders', ['mail.read']],
  ['label it Receipts', 'mail.label', ['mail.read', 'mail.modify']],
  ['archive all newsletters', 'mail.archive', ['mail.read', 'mail.modify']],
  ['delete the last email from Bob', 'mail.trash', ['mail.read', 'mail.modify']],
  ['restore the email I deleted', 'mail.restore', ['mail.read', 'mail.modify']],
])('"%s" is %s', (text, intent, needs) => {
  const understood = read(text);

  expect(understood.intent).toBe(intent);
  expect(understood.needs).toEqual(needs);
});

test('a mail has its people, its subject and its text apart', () => {
  const { slots, missing } = read(
    'send an email to Priya and ann@example.com about the launch saying we are on track, see you on Monday',
  );

  expect(slots.people?.map(({ value }) => value)).toEqual([
    { name: 'Priya', role: 'to' },
    { email: 'ann@example.com', role: 'to' },
  ]);
  expect(slots.subject?.value).toBe('the launch');
  expect(slots.body?.value).toBe('we are on track, see you on Monday');
  expect(missing).toEqual([]);
});

test('carbon copies keep their role', () => {
  const { slots } = read('email bob@example.com cc ann@example.com saying "hello"');

  expect(slots.people?.map(({ value }) => [value.email, value.role])).toEqual([
    ['bob@example.com', 'to'],
    ['ann@example.com', 'cc'],
  ]);
  expect(slots.body?.value).toBe('hello');
});

test('quoted text is sent as it stands', () => {
  const { slots } = read('reply to the last email from Raj with "Great — thanks! 👍"');

  expect(slots.body?.value).toBe('Great — thanks! 👍');
  expect(slots.ordinal?.value).toBe(-1);
  expect(slots.people?.[0]?.value).toEqual({ name: 'Raj', role: 'from' });
});

test('a search has its words, sender, dates and switches', () => {
  const { slots } = read('find unread emails about the budget with attachments from last month');

  expect(slots.query?.value).toBe('the budget');
  expect(slots.attachments?.value).toBe(true);
  expect(slots.unread?.value).toBe(true);
  expect(slots.when?.value).toMatchObject({ start: '2026-10-01', end: '2026-11-01' });
});

test('a text without a receiver asks for one, and a receiver without a text for that', () => {
  expect(read('send an email saying hello').missing).toEqual(['people']);
  expect(read('send an email to Priya').missing).toEqual(['body']);
});

test.each([
  ['what is the weather in Oslo', 'unknown', undefined],
  ['play some jazz', 'unknown', undefined],
  ['take a note: the door code is 4417', 'other_service', 'notes'],
  ['send a whatsapp to mom saying happy birthday', 'other_service', 'chat'],
])('"%s" is out of scope and says so', (text, reason, service) => {
  const { intent, outOfScope, needs } = read(text);

  expect(intent).toBe('out_of_scope');
  expect(outOfScope).toEqual(service ? { reason, service } : { reason });
  expect(needs).toEqual([]);
});

test.each([['hello'], ['thanks!'], ['what can you do']])('"%s" is small talk and needs nothing', (text) => {
  const understood = read(text);

  expect(understood.intent).toBe('chitchat');
  expect(understood.needs).toEqual([]);
});
