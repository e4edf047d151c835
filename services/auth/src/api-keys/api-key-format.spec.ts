import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { SystemIds } from '@switchboard/nest-kit';
import { ApiKeyFormat } from './api-key-format.ts';

const format = new ApiKeyFormat(createSecretKey(randomBytes(32)));
const id = new SystemIds().uuid();

test('V-13 a key says its kind and id, holds more than 190 random bits and ends in a checksum', () => {
  const { key, prefix } = format.create(id);

  const [brand, kind, , random, checksum] = key.split('_');
  expect([brand, kind]).toEqual(['swb', 'key']);
  expect((random ?? '').length * Math.log2(62)).toBeGreaterThanOrEqual(190);
  expect(checksum).toMatch(/^[0-9A-Za-z]{6}$/);
  expect(key.startsWith(prefix)).toBe(true);
  expect(format.idOf(key)).toBe(id);
});

test('V-13 a typo anywhere is refused without a look at the database', () => {
  const { key } = format.create(id);

  for (let at = 0; at < key.length; at++) {
    const other = key[at] === 'x' ? 'y' : 'x';
    expect(format.idOf(key.slice(0, at) + other + key.slice(at + 1))).toBeUndefined();
  }
  for (const wrong of ['', 'swb_', key.slice(0, -1), `${key}a`, key.replace('swb_key', 'swb_bot'), ` ${key}`])
    expect(format.idOf(wrong)).toBeUndefined();
});

test('V-13 only the very key fits what is kept, and what is kept is not the key', () => {
  const { key, mac } = format.create(id);
  const other = format.create(id);

  expect(format.matches(key, mac)).toBe(true);
  expect(format.matches(other.key, mac)).toBe(false);
  expect(format.matches(key, mac.subarray(0, 31))).toBe(false);
  expect(mac.toString('latin1')).not.toContain(key.split('_')[3]);
});

test('V-13 checking a key costs under 50 microseconds', () => {
  const { key, mac } = format.create(id);
  const rounds = 2_000;
  const check = (): void => {
    for (let round = 0; round < rounds; round++) if (!format.idOf(key) || !format.matches(key, mac)) throw new Error();
  };
  check();

  const best = Math.min(
    ...Array.from({ length: 5 }, () => {
      // The processor's time, not the clock's: the machine may be doing other things.
      const before = process.cpuUsage();
      check();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / rounds;
    }),
  );

  expect(best).toBeLessThan(50);
});
