import { expect, test } from '@jest/globals';
import { inOwnClock } from './clock-words.ts';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

test.each([
  ['en-US', 'Tue 24 Nov, 09:00–15:30', 'Tue 24 Nov, 9:00 AM – 3:30 PM'],
  ['en-GB', 'Tue 24 Nov, 15:00', 'Tue 24 Nov, 15:00'],
  ['en-US', 'Tue, 24 Nov 2026, 15:00 (Europe/London)', 'Tue, 24 Nov 2026, 3:00 PM (Europe/London)'],
  ['en-US', 'It is at Tue 1 Sept, 00:15 now.', 'It is at Tue 1 Sept, 12:15 AM now.'],
])('in %s "%s" reads "%s"', (language, written, read) => {
  expect(plain(inOwnClock(written, language))).toBe(read);
});

test.each(['Standup 10:30 weekly', 'Tue 24 Nov, 99:99', 'Tue 24 Nov, 10:30:15', 'ratio 16:09'])(
  '"%s" stays as it is',
  (text) => {
    expect(inOwnClock(text, 'en-US')).toBe(text);
  },
);
