import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readCursor, toPage } from './page.ts';

const names = ['ada', 'bo', 'cy'];
const place = z.enum(names);

test('a page names where the next one begins, and the last one nothing', () => {
  const first = toPage(names, 2, (name) => name);
  const last = toPage(names, 3, (name) => name);

  expect(first.rows).toEqual(['ada', 'bo']);
  expect(readCursor(first.nextCursor, place)).toBe('bo');
  expect(last).toEqual({ rows: names });
  expect(toPage([], 2, String)).toEqual({ rows: [] });
});

test('a list begins at its beginning where no cursor is given', () => {
  expect(readCursor(undefined, place)).toBeUndefined();
});

test.each(['di', 'ada', ''])('what is no cursor of the list is refused by its name: %p', (cursor) => {
  expect(() => readCursor(cursor, place)).toThrow(
    expect.objectContaining({
      code: 'input_invalid',
      details: { errors: [expect.objectContaining({ path: '/cursor' })] },
    }),
  );
});
