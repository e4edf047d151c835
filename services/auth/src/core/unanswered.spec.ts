import { expect, test } from '@jest/globals';
import { EgressError } from '@switchboard/egress';
import { unanswered } from './unanswered.ts';

test('F-23 a call that the provider limits is told apart from one it does not answer, and both say when to come back', () => {
  const limited = unanswered(new EgressError('limited', 'x', { retryAfterSeconds: 2.1 }), { provider: 'acme' });
  const silent = unanswered(new EgressError('timeout', 'x', { retryAfterSeconds: 5 }));

  expect([limited.code, limited.details]).toEqual(['provider_limited', { provider: 'acme', retryAfterSeconds: 3 }]);
  expect([silent.code, silent.details]).toEqual(['provider_unavailable', { retryAfterSeconds: 5 }]);
});

test('a call without a known time to come back names none', () => {
  const { code, details } = unanswered(new EgressError('unavailable', 'x'), { connectionId: 'c1' });

  expect([code, details]).toEqual(['provider_unavailable', { connectionId: 'c1' }]);
});
