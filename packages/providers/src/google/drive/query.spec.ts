import { expect, test } from '@jest/globals';
import { about, inFolder, madeIn } from './query.ts';

test("words with quotes stay words, whatever they say in Drive's language", () => {
  const words = String.raw`O'Brien\' or trashed = true or name contains 'x`;

  const quoted = String.raw`'O\'Brien\\\' or trashed = true or name contains \'x'`;
  expect(about(words)).toBe(`(name contains ${quoted} or fullText contains ${quoted}) and trashed = false`);
});

test('a folder and a run are looked up by exactly their ids', () => {
  expect(inFolder("a' or 'b")).toBe(String.raw`'a\' or \'b' in parents and trashed = false`);
  expect(madeIn('0123')).toBe("appProperties has { key='switchboardRun' and value='0123' } and trashed = false");
});
