import { expect, test } from '@jest/globals';
import { Page } from './page.ts';
import { peopleIn } from './people.ts';

const leads = ['with', 'to', 'from', 'invite', 'cc', 'without', 'add'];

function people(text: string): string[] {
  const now = Date.UTC(2026, 10, 20, 10) / 1000;
  const page = new Page(text, { now, nowInstant: now * 1000, timeZone: 'UTC', dayFirst: false, past: false });
  return peopleIn(page, leads).map(
    ({ value }) =>
      `${value.role}:${value.email ?? value.name ?? 'me'}${value.group ? '*' : ''}${value.optional ? '?' : ''}`,
  );
}

test.each([
  ['lunch with Priya tomorrow', ['with:Priya']],
  ['lunch with priya tomorrow', ['with:priya']],
  ['meet with Ann Lee and Bob Smith at 3', ['with:Ann Lee', 'with:Bob Smith']],
  ['meet with Ann, Bob and Cy on Monday', ['with:Ann', 'with:Bob', 'with:Cy']],
  ['call with Dr. Weber', ['with:Dr. Weber']],
  ['call with Ludwig van Beethoven', ['with:Ludwig van Beethoven']],
  ['mail from José Álvarez', ['from:José Álvarez']],
  ['mail from 田中 today', ['from:田中']],
  ['lunch with the team', ['with:the team*']],
  ['lunch with everyone', ['with:everyone*']],
  ['lunch with my boss', ['with:my boss']],
  ['send it to me', ['to:me']],
  [
    'send it to ann@example.com cc bob.o-neil+x@mail.example.org',
    ['to:ann@example.com', 'cc:bob.o-neil+x@mail.example.org'],
  ],
  ['meet optional Ann', []],
  ['with Bob without Ann', ['with:Bob', 'remove:Ann']],
  ['lunch with a friend on Friday', []],
  ['move it to Friday', []],
  ['a meeting with "Bob" in the title', []],
  ['ask ann@example.com', ['with:ann@example.com']],
])('"%s" mentions %j', (text, expected) => {
  expect(people(text)).toEqual(expected);
});
