import { expect, test } from '@jest/globals';
import { BusSeal } from './bus-seal.ts';

const secret = 'a secret that the services share';
const message = Buffer.from('{"password":"a long walk by the sea"}');

test('V-10 what one process seals another with the same secret opens, and it shows nothing of itself', () => {
  const [one, other] = [new BusSeal(secret), new BusSeal(secret)];

  const sealed = one.seal('ask auth.session.create', message);

  expect(Buffer.from(sealed).includes('password')).toBe(false);
  expect(Buffer.from(other.open('ask auth.session.create', sealed))).toEqual(message);
});

test('V-10 the same message never looks the same twice', () => {
  const seal = new BusSeal(secret);

  expect(seal.seal('ask a', message)).not.toEqual(seal.seal('ask a', message));
});

test('V-10 another secret, another subject, an answer in place of a question and any flipped byte open nothing', () => {
  const [one, other] = [new BusSeal(secret), new BusSeal(secret)];
  const sealed = Buffer.from(one.seal('ask auth.session.create', message));

  expect(() => new BusSeal('another').open('ask auth.session.create', sealed)).toThrow();
  expect(() => other.open('ask auth.session.end', sealed)).toThrow();
  expect(() => other.open('answer auth.session.create', sealed)).toThrow();
  expect(() => other.open('ask auth.session.create', sealed.subarray(0, 20))).toThrow();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => other.open('ask auth.session.create', changed)).toThrow();
  }
});
