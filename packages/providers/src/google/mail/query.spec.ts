import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchText } from './query.ts';

test('words stay words, phrases stay phrases', () => {
  expect(searchText({ query: 'quarterly "final report" 2026' })).toBe('quarterly "final report" 2026');
});

test('each member becomes its operator', () => {
  const text = searchText({
    from: 'Ada Lovelace',
    to: 'bob@example.com',
    subject: 'Re: numbers',
    unread: false,
    hasAttachment: true,
    after: '2026-11-01T00:00:00Z',
    before: '2026-11-02T00:00:00+01:00',
  });

  expect(text).toBe(
    'from:"Ada Lovelace" to:bob@example.com subject:"Re:" subject:numbers is:read has:attachment after:1793491200 before:1793574000',
  );
});

test.each([
  ['in:trash', '"in:trash"'],
  ['-secret', '"-secret"'],
  ['a OR b', 'a "OR" b'],
  ['{a b}', '"{a" "b}"'],
  ['"unclosed', 'unclosed'],
  ['tom & "jerry', 'tom "&" jerry'],
])('%s cannot become an operator', (query, expected) => {
  expect(searchText({ query })).toBe(expected);
});

test('no text can close its quote or add an operator', () => {
  const operator = /(?:^|\s)(?:-|[a-z_]+:|[({]|OR(?:\s|$)|AND(?:\s|$))/;

  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('query', 'from', 'subject'), (text, member) => {
      const written = searchText({ [member]: text });
      const outside = written.replaceAll(/"[^"]*"/g, 'X').replaceAll(/(?:^|\s)(?:from|subject):/g, ' ');

      expect(outside).not.toContain('"');
      expect(outside).not.toMatch(operator);
    }),
  );
});
