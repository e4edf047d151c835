import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { filterOf, searchText } from './query.ts';

test.each([
  [{ query: 'quarterly "final report"' }, String.raw`"quarterly AND \"final report\""`],
  [{ from: 'Ada Lovelace', to: 'bob@example.com' }, String.raw`"from:\"Ada Lovelace\" AND to:bob@example.com"`],
  [{ subject: 'Re: numbers' }, String.raw`"subject:\"Re:\" AND subject:numbers"`],
  [{ query: 'a OR b' }, String.raw`"a AND \"OR\" AND b"`],
  [{ query: 'from:x -y (z' }, String.raw`"\"from:x\" AND \"-y\" AND \"(z\""`],
  [{ query: String.raw`back\" slash` }, '"back AND slash"'],
  [{ query: '  ' }, undefined],
])('%j is searched as %s', (asked, expected) => {
  expect(searchText(asked)).toBe(expected);
});

test('no text can close its quote or add an operator', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('query', 'from', 'subject'), (text, member) => {
      const written = searchText({ [member]: text }) ?? '""';
      const outside = written.slice(1, -1).replaceAll(/\\"[^"\\]*\\"/g, 'X').replaceAll(/(^| AND )(from|subject):/g, '$1'); // prettier-ignore

      expect(outside).not.toMatch(/["\\:()<>=*+-]|(?<= )(?!AND )(OR|NOT|NEAR)(?= )/);
    }),
  );
});

test('a filter begins with what it sorts by, in UTC, and quotes are doubled', () => {
  const asked = { unread: true, hasAttachment: false, before: '2026-11-02T00:00:00+01:00', category: "Ada's" };

  expect(filterOf(asked)).toBe(
    "receivedDateTime gt 1900-01-01T00:00:00Z and receivedDateTime lt 2026-11-01T23:00:00.000Z and isRead eq false and hasAttachments eq false and categories/any(c:c eq 'Ada''s')",
  );
  expect(filterOf({})).toBeUndefined();
});
