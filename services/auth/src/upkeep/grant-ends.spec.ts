import { expect, test } from '@jest/globals';
import type { AuthMethod, OAuth2Declaration } from '@switchboard/provider-kit';
import { type Grant, grantEnds, nextEnd, saysTesting } from './grant-ends.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-01T00:00:00Z');
const on = (days: number): Date => new Date(start + days * day);
const grant = (changes: Partial<Grant> = {}): Grant => ({
  issuedAt: on(0),
  consentedAt: on(0),
  accessExpiresAt: on(0.04),
  refreshExpiresAt: null,
  lastUsedAt: null,
  testing: false,
  renewable: true,
  ...changes,
});
const oauth = (changes: Partial<OAuth2Declaration>) => ({ kind: 'oauth2', ...changes }) as AuthMethod;
const testingRule = { idleDays: 180, testingDays: 7, testingReason: 'In testing mode.', reason: 'Not used for long.' };

test('a grant that ends for being idle is put off by each renewal, and says so', () => {
  const method = oauth({ life: { idleDays: 60, reason: 'Box ends it after 60 days.' } });

  const end = nextEnd(grantEnds(grant({ issuedAt: on(10) }), method));

  expect(end).toEqual({ from: on(10), at: on(70), reason: 'Box ends it after 60 days.', renewed: true });
});

test('a client in testing mode ends a grant for good, counted from consent and not from the last renewal', () => {
  const method = oauth({ life: testingRule });

  const end = nextEnd(grantEnds(grant({ testing: true, issuedAt: on(5) }), method));

  expect(end).toMatchObject({ at: on(7), reason: 'In testing mode.', renewed: false });
});

test('what the provider answers wins over the declared days', () => {
  const method = oauth({ refreshRotates: true, life: { refreshTokenDays: 90, reason: '90 days.' } });

  expect(nextEnd(grantEnds(grant(), method))).toMatchObject({ at: on(90), renewed: true });
  expect(nextEnd(grantEnds(grant({ refreshExpiresAt: on(30) }), method))).toMatchObject({ at: on(30), renewed: true });
  expect(nextEnd(grantEnds(grant({ refreshExpiresAt: on(30) }), oauth({})))).toMatchObject({ renewed: false });
});

test('an end that only the person can put off is shown before one that the hub puts off, even where that is nearer', () => {
  const method = oauth({ life: { idleDays: 10, refreshTokenDays: 365, reason: 'x' } });

  expect(nextEnd(grantEnds(grant(), method))).toMatchObject({ at: on(365), renewed: false });
});

test('access without a way to renew it ends with its token; a key ends when its declaration says', () => {
  const key = { kind: 'apiKey', life: { refreshTokenDays: 90, reason: 'Keys live 90 days.' } } as AuthMethod;

  expect(nextEnd(grantEnds(grant({ renewable: false }), oauth({})))).toMatchObject({ at: on(0.04), renewed: false });
  expect(nextEnd(grantEnds(grant({ issuedAt: on(50) }), key))).toMatchObject({ at: on(90), renewed: false });
  expect(grantEnds(grant(), { ...key, life: undefined } as AuthMethod)).toEqual([]);
  expect(grantEnds(grant(), undefined)).toEqual([]);
});

test('access that nothing renews and that ends for being idle is put off by each use', () => {
  const method = oauth({ neverExpires: true, life: { idleDays: 365, reason: 'A year.' } });
  const endless = grant({ renewable: false, accessExpiresAt: null });

  expect(nextEnd(grantEnds(endless, method))).toMatchObject({ at: on(365), reason: 'A year.', renewed: false });
  expect(nextEnd(grantEnds({ ...endless, lastUsedAt: on(100) }, method))).toMatchObject({ at: on(465) });
  expect(grantEnds(endless, oauth({ neverExpires: true }))).toEqual([]);
});

test('an answered life of the testing days says testing mode; a longer one does not', () => {
  const method = oauth({ life: testingRule });

  expect(saysTesting(method, 604_799)).toBe(true);
  expect(saysTesting(method, 15_552_000)).toBe(false);
  expect(saysTesting(method, undefined)).toBe(false);
  expect(saysTesting(oauth({}), 604_799)).toBe(false);
});
