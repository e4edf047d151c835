import { expect, test } from '@jest/globals';
import { shownText } from './shown-text.ts';

test('P-1 characters that turn text around or hide are written out', () => {
  expect(shownText('invoice\u202Efdp.exe')).toBe('invoice⟨U+202E⟩fdp.exe');
  expect(shownText('a\u200Bb')).toBe('a⟨U+200B⟩b');
});

test('pictures made of several characters stay whole, and right-to-left words stay as they are', () => {
  expect(shownText('👩\u200D💻 שלום')).toBe('👩\u200D💻 שלום');
});
