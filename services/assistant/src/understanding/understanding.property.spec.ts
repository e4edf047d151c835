import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Found, Understanding } from './types.ts';
import { understand } from './understand.ts';

const context = { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' };
const open = { intent: 'calendar.create', slots: {} } as const;

const bits = [
  'at',
  '3',
  'pm',
  'on',
  'Monday',
  'the',
  '31st',
  'of',
  'Feb',
  'from',
  'to',
  'with',
  'Bob',
  ',',
  'and',
  '"',
  'every',
  'other',
  'week',
  'until',
  '25:61',
  '2027-02-30',
  'cancel',
  'email',
  'saying',
  '\u202e',
  '🎉',
  'a@b.co',
  'half',
  'past',
  '-',
  '.',
  '\n',
  'no',
  'yes',
  'the second one',
];
const sentence = fc.array(fc.constantFrom(...bits), { maxLength: 30 }).map((words) => words.join(' '));
const anything = fc.oneof(
  sentence,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
);

function spansOf({ slots }: Understanding): Found<unknown>[] {
  return Object.values(slots).flatMap((found) => (Array.isArray(found) ? found : [found])) as Found<unknown>[];
}

test('no message whatever makes it throw, alone or in the middle of a talk', () => {
  fc.assert(
    fc.property(anything, (text) => {
      understand(text, context);
      understand(text, {
        ...context,
        openFrame: open,
        pendingSlot: 'when',
        choices: [{ label: 'one' }, { label: text }],
      });
      understand(text, { now: text, timeZone: text, locale: text, previousReply: text });
    }),
    { numRuns: 150 },
  );
});

test('every span lies in the message and every certainty between nought and one', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const understood = understand(text, context);

      for (const { span, sure } of [...spansOf(understood), ...understood.hidden]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(sure).toBeGreaterThanOrEqual(0);
        expect(sure).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 150 },
  );
});

test('the same words in the same context read alike', () => {
  fc.assert(
    fc.property(anything, (text) => expect(understand(text, context)).toEqual(understand(text, context))),
    { numRuns: 60 },
  );
});

test('hidden characters are shown and never obeyed', () => {
  const { hidden, slots } = understand('schedule lunch\u202e with Bob\u200b tomorrow at 1pm', context);

  expect(hidden.map(({ value }) => value)).toEqual(['U+202E', 'U+200B']);
  expect(slots.people?.[0]?.value.name).toBe('Bob');
  expect(slots.title?.value).toBe('lunch');
});

test('words written in invisible tag characters are shown as hidden', () => {
  const { hidden } = understand('what do I have today \u{e0064}\u{e0065}\u{e006c}', context);

  expect(hidden.map(({ value }) => value)).toEqual(['U+E0064', 'U+E0065', 'U+E006C']);
});

test.each([
  ['a '],
  ['1:'],
  ["'a "],
  ['from 1 to 2 '],
  ['with Bob and '],
  ['a@b.c,'],
  ['every other monday '],
  ['"'],
  ['no '],
  ['3-'],
  ['a.'],
])('twenty thousand characters of %j are answered within seconds, however they repeat', (piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
  const start = performance.now();

  understand(text, context);

  expect(performance.now() - start).toBeLessThan(5_000);
});

test('an empty message is out of scope', () => {
  expect(understand('  \u200b ', context).outOfScope).toEqual({ reason: 'empty' });
});
