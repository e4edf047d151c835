import { expect, test } from '@jest/globals';
import type { PlannedStep } from './proposal.entity.ts';
import { unnamedOf, warningsOf } from './warnings.ts';

const step = (input: object) => ({ input }) as unknown as PlannedStep;
const now = new Date('2026-11-21T12:00:00Z');

test('a start in the past is said on the card', () => {
  const start = { dateTime: '2026-11-21T11:00:00Z', timeZone: 'UTC' };

  expect(warningsOf([step({ start })], now)).toEqual(['This lies in the past.']);
  expect(warningsOf([step({ start: { date: '2026-11-21' } })], now)).toEqual([]);
});

test('P-5 addresses that the person did not write are named, those in the text of a mail are not recipients', () => {
  const steps = [
    step({ to: [{ email: 'eve@evil.example' }, { email: 'Priya@example.com' }], text: 'cc bob@example.com' }),
  ];

  expect(unnamedOf(steps, ['priya@example.com'])).toEqual(['eve@evil.example']);
});

test('P-5 those whom a reply goes to count as addresses of the plan', () => {
  const recipients = [{ email: 'eve@evil.example' }];

  expect(unnamedOf([{ ...step({ text: 'Yes' }), recipients }], ['priya@example.com'])).toEqual(['eve@evil.example']);
});
