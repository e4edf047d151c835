import { expect, test } from '@jest/globals';
import { escaped, mentionedIn, readable } from './text.ts';

const names = new Map([['U0ADA', 'Ada']]);

test.each([
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['Hi <@U0ADA> and <@U0NEW>', 'Hi @Ada and @U0NEW'],
  ['in <#C0GENERAL01|general>, <!here>', 'in #general, @here'],
  ['<https://x.example/?a=1&amp;b=2>', 'https://x.example/?a=1&b=2'],
  ['<https://x.example|the draft>', 'the draft (https://x.example)'],
  ['<mailto:a@x.example|a@x.example>', 'a@x.example (mailto:a@x.example)'],
])('%s reads %s', (text, words) => {
  expect(readable(text, names)).toBe(words);
});

test('what a person wrote is shown as it was written, whatever marks it holds', () => {
  const text = 'if a < b && <@U0ADA> > 1';

  expect(readable(escaped(text), names)).toBe(text);
  expect(mentionedIn(escaped(text))).toEqual([]);
});
