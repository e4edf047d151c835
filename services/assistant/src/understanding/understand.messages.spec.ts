import { expect, test } from '@jest/globals';
import { understand } from './understand.ts';

const read = (text: string) => understand(text, { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' });

test.each([
  ['send a message to #general saying the build is ready', 'general', 'the build is ready'],
  ['post "the build is ready" in #general', 'general', 'the build is ready'],
  ['message #general: lunch is here!', 'general', 'lunch is here!'],
  ['tell the launch channel the build is ready', 'launch', 'the build is ready'],
  ['let everyone in #ops know we are live', 'ops', 'we are live'],
  ['dm Lena: can we talk at four?', 'Lena', 'can we talk at four?'],
  ['text Jonas that I am late', 'Jonas', 'I am late'],
  ['dm Lena: first line\nsecond  line', 'Lena', 'first line\nsecond  line'],
])('"%s" goes to the chat “%s”', (text, chat, body) => {
  const { intent, slots, needs, missing } = read(text);

  expect(intent).toBe('messages.send');
  expect([slots.chat?.value, slots.body?.value]).toEqual([chat, body]);
  expect(needs).toEqual(['messages.read', 'messages']);
  expect(missing).toEqual([]);
});

test('a message without words asks for them', () => {
  expect(read('send a message to #general')).toMatchObject({ intent: 'messages.send', missing: ['body'] });
});

test.each([['list my chats'], ['which channels are there?'], ['show me my channels']])('"%s" lists chats', (text) => {
  expect(read(text)).toMatchObject({ intent: 'messages.list', needs: ['messages.read'] });
});

test.each([
  ['tell Bob that the channel is closed', 'Bob'],
  ['send Priya a mail saying hello', 'Priya'],
])('"%s" says who, and is a mail or a chat message by its words', (text, name) => {
  const { intent, slots } = read(text);

  expect(['mail.send', 'messages.send']).toContain(intent);
  expect(slots.chat?.value ?? slots.people?.[0]?.value.name).toBe(name);
});

test.each([
  ['tell Bob that I am late', 'mail.send'],
  ['email Bob about the group', 'mail.send'],
  ['what TV channels do I get', 'out_of_scope'],
  ['send a whatsapp to mom saying happy birthday', 'out_of_scope'],
])('"%s" is no chat message', (text, intent) => {
  expect(read(text).intent).toBe(intent);
});
