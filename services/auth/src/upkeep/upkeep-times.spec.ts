import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Grant, GrantEnd } from './grant-ends.ts';
import { upkeepTimes } from './upkeep-times.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-01T00:00:00Z');
const on = (days: number): Date => new Date(start + days * day);
const grant: Grant = {
  issuedAt: on(0),
  consentedAt: on(0),
  accessExpiresAt: new Date(start + 3_600_000),
  refreshExpiresAt: null,
  lastUsedAt: null,
  testing: false,
  renewable: true,
};
const end = (days: number, renewed: boolean): GrantEnd => ({ from: on(0), at: on(days), reason: 'x', renewed });

test('O-13 access is renewed at the smaller of five minutes and a fifth of its life before the end, with jitter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 86_400 }), fc.double({ min: 0, max: 1, noNaN: true }), (seconds, random) => {
      const accessExpiresAt = new Date(start + seconds * 1_000);

      const { renewAt } = upkeepTimes({ ...grant, accessExpiresAt }, [], () => random);

      const ahead = (accessExpiresAt.getTime() - (renewAt?.getTime() ?? 0)) / 1_000;
      const most = Math.min(300, seconds * 0.2);
      expect(ahead).toBeLessThanOrEqual(most + 0.001);
      expect(ahead).toBeGreaterThanOrEqual(most * 0.8 - 0.001);
    }),
  );
});

test('O-13 an idle grant is exercised well before its limit, and not all grants of a day at the same time', () => {
  const first = upkeepTimes(grant, [end(60, true)], () => 0).keepAt;
  const last = upkeepTimes(grant, [end(60, true)], () => 1).keepAt;

  expect([first, last]).toEqual([on(42), on(48)]);
});

test('a grant that renewals do not prolong is left alone until its end, and looked at then', () => {
  const { keepAt, noticeAt } = upkeepTimes(grant, [end(7, false)], () => 0.5);

  expect(keepAt?.getTime()).toBeGreaterThanOrEqual(on(7).getTime());
  expect(keepAt?.getTime()).toBeLessThan(on(7.01).getTime());
  expect(noticeAt).toEqual(on(7 - 1.4));
});

test('people are told at most a week ahead; of what the hub puts off only when that did not work', () => {
  expect(upkeepTimes(grant, [end(365, false)], () => 0).noticeAt).toEqual(on(358));
  expect(upkeepTimes(grant, [end(60, true)], () => 0).noticeAt).toEqual(on(57));
  expect(upkeepTimes(grant, [end(0.5, false)], () => 0).noticeAt).toBeNull();
});

test('nothing is done ahead for a grant that cannot be renewed or does not end', () => {
  expect(upkeepTimes({ ...grant, renewable: false }, [], () => 0)).toEqual({
    renewAt: null,
    keepAt: null,
    noticeAt: null,
  });
});
