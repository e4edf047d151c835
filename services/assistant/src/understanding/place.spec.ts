import { expect, test } from '@jest/globals';
import { understand } from './understand.ts';

/** Services that do not exist, so that nothing can know them but the data. */
const places = [
  { name: 'quill', kinds: ['tasks'] },
  { name: 'harbor drive', kinds: ['files'] },
  { name: 'gullwing', kinds: ['messages'] },
  { name: 'everything', kinds: ['tasks', 'files', 'mail', 'calendar'] },
  { name: 'me@work.example', kinds: ['tasks'] },
];
const read = (text: string) => understand(text, { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin', places });

test.each([
  ['add buy rope to Quill', 'tasks.create', 'quill'],
  ['create a Quill task buy rope due Thursday', 'tasks.create', 'quill'],
  ['show my tasks in me@work.example', 'tasks.list', 'me@work.example'],
  ['remove buy rope from Quill', 'tasks.delete', 'quill'],
  ['find the contract in Harbor Drive', 'files.search', 'harbor drive'],
  ['show my files on harbor drive', 'files.list', 'harbor drive'],
  ['tell Jonas on Gullwing that I am late', 'messages.send', 'gullwing'],
  ['gullwing Jonas that I’m late', 'messages.send', 'gullwing'],
  ['tell Jonas we sail on Gullwing', 'messages.send', 'gullwing'],
  ['who can I write to on gullwing?', 'messages.list', 'gullwing'],
  ['what is on my everything calendar tomorrow', 'calendar.list', 'everything'],
])('"%s" is %s at %s', (text, intent, place) => {
  expect(read(text)).toMatchObject({ intent, place: { value: place } });
});

test('the words that name an account are in no title, no text and no search', () => {
  expect(read('add buy rope to Quill for tomorrow').slots.title?.value).toBe('buy rope');
  expect(read('find the contract in Harbor Drive').slots.query?.value).toBe('contract');
  expect(read('send a message to the crew on Gullwing: we sail').slots).toMatchObject({
    chat: { value: 'crew' },
    body: { value: 'we sail' },
  });
});

test.each([
  ['find emails from Quill', 'mail.search'],
  ['send a mail to Everything saying hello', 'mail.send'],
  ['email Bob that the files are in Harbor Drive', 'mail.send'],
  ['tell Bob that I am on Gullwing', 'mail.send'],
  ['find meetings with Quill', 'calendar.search'],
  ['add a task to send the invoice to Harbor Drive', 'tasks.create'],
])('"%s" names no account', (text, intent) => {
  const { place, ...understood } = read(text);

  expect(understood.intent).toBe(intent);
  expect(place).toBeUndefined();
});

test('a name full of signs is a name and no pattern', () => {
  const odd = [{ name: 'a+b (c) [d]|.*', kinds: ['tasks'] }];
  const { place } = understand('show my tasks in a+b (c) [d]|.*', {
    now: '2026-11-20T09:00:00Z',
    timeZone: 'UTC',
    places: odd,
  });

  expect(place?.value).toBe('a+b (c) [d]|.*');
});
