import { expect, test } from '@jest/globals';
import { EnvelopeError } from './envelope-error.ts';
import { MemorySeal } from './memory-seal.ts';
import { createBoxKey, openBox, sealTo } from './sealed-box.ts';

test('V-10 a box opens for its asker in its context, and for nobody else', () => {
  const asker = createBoxKey();
  const sealed = sealTo(asker.publicKey, 'ya29.token', 'connection 7');

  expect(openBox(asker, sealed, 'connection 7').toString()).toBe('ya29.token');
  expect(() => openBox(asker, sealed, 'connection 8')).toThrow(EnvelopeError);
  expect(() => openBox(createBoxKey(), sealed, 'connection 7')).toThrow(EnvelopeError);
  expect(Buffer.from(sealed, 'base64url').includes('ya29')).toBe(false);
});

test('V-10 a box changed in any byte, or cut, does not open', () => {
  const asker = createBoxKey();
  const bytes = Buffer.from(sealTo(asker.publicKey, 'token', 'c'), 'base64url');

  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(() => openBox(asker, changed.toString('base64url'), 'c')).toThrow(EnvelopeError);
    expect(() => openBox(asker, bytes.subarray(0, at).toString('base64url'), 'c')).toThrow(EnvelopeError);
  }
});

test('V-10 a public key that is none, or one of low order, is refused', () => {
  const low = Buffer.alloc(32).toString('base64url');
  for (const key of ['', 'AAAA', low]) expect(() => sealTo(key, 'token', 'c')).toThrow(EnvelopeError);
});

test('V-12 what a process keeps in memory is sealed, bound to its context and forgotten on demand', () => {
  const memory = new MemorySeal();
  const sealed = memory.seal('ya29.token', 'c-1');

  expect(memory.open(sealed, 'c-1')).toBe('ya29.token');
  expect(sealed.includes('ya29')).toBe(false);
  expect(() => memory.open(sealed, 'c-2')).toThrow(EnvelopeError);
  expect(() => new MemorySeal().open(sealed, 'c-1')).toThrow(EnvelopeError);
  expect(() => memory.open(sealed.subarray(0, 9), 'c-1')).toThrow(EnvelopeError);

  memory.forget();
  expect(() => memory.open(sealed, 'c-1')).toThrow(EnvelopeError);
});
