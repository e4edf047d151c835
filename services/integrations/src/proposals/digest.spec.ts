import { expect, test } from '@jest/globals';
import { digestOf } from './digest.ts';
import type { Plan } from './proposal.entity.ts';

const plan = {
  format: 1,
  proposalId: 'p',
  steps: [{ action: 'a.b', input: { b: 1, a: [2, 'ä'] } }],
} as unknown as Plan;

test('P-1 the digest is that of canonical JSON: the order of keys does not count', () => {
  const turned = {
    steps: [{ input: { a: [2, 'ä'], b: 1 }, action: 'a.b' }],
    proposalId: 'p',
    format: 1,
  } as unknown as Plan;

  expect(digestOf(turned)).toBe(digestOf(plan));
});

test('P-1 any other value gives another digest', () => {
  expect(digestOf({ ...plan, proposalId: 'q' })).not.toBe(digestOf(plan));
});
