import { expect, test } from '@jest/globals';
import { hiddenCharacters, withoutHidden } from './hidden.ts';

test.each([
  ['a zero-width space', 'a\u200bb', ['U+200B']],
  ['a right-to-left override', 'a\u202eb', ['U+202E']],
  ['an isolate', '\u2066a\u2069', ['U+2066', 'U+2069']],
  ['a byte-order mark', '\ufeffa', ['U+FEFF']],
  ['a soft hyphen', 'a\u00adb', ['U+00AD']],
  ['a tag character', 'a\u{e0041}', ['U+E0041']],
  ['a NUL', 'a\u0000', ['U+0000']],
])('%s is found', (_name, text, expected) => {
  expect(hiddenCharacters(text).map(({ value }) => value)).toEqual(expected);
});

test.each([['plain words'], ['two\nlines\tand a tab'], ['👩‍👩‍👧 family'], ['می‌خواهم'], ['שלום'], ['naïve']])(
  '%j hides nothing and stays as it is',
  (text) => {
    expect(hiddenCharacters(text)).toEqual([]);
    expect(withoutHidden(text)).toBe(text);
  },
);

test('taking them out keeps every offset', () => {
  const text = 'a\u{e0041}\u200bb';

  expect(withoutHidden(text)).toHaveLength(text.length);
  expect(withoutHidden(text)).toBe('a   b');
});
