import { expect, test } from '@jest/globals';
import { SystemIds } from './clock.ts';

test('ids of version 7 sort as they were made, none twice (RFC 9562 §5.7)', () => {
  const ids = new SystemIds();

  const made = Array.from({ length: 20_000 }, () => ids.uuid());

  expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(made).toEqual([...made].sort());
  expect(new Set(made).size).toBe(made.length);
  expect(Math.abs(parseInt(made[0]!.replaceAll('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(60_000);
});

test('two makers of one moment give nothing alike', () => {
  const [one, other] = [new SystemIds(), new SystemIds()];
  const tails = Array.from({ length: 1_000 }, () => [one.uuid().slice(24), other.uuid().slice(24)]).flat();

  expect(new Set(tails).size).toBe(tails.length);
});

test('a trace id has 128 random bits', () => {
  const ids = new SystemIds();
  const made = Array.from({ length: 1_000 }, () => ids.traceId());

  expect(made.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(new Set(made).size).toBe(made.length);
});
