import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markerOf } from './marker.ts';

test('a marker is 26 characters of base32hex, and no two runs share one', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      expect(markerOf(one)).toMatch(/^[0-9a-v]{26}$/);
      expect(markerOf(one) === markerOf(other)).toBe(one === other);
    }),
  );
});
