import { expect, test } from '@jest/globals';
import { askedAtSetUp, featuresToAsk, grantedFeatures, missingFeatures, scopesOf, widestFeatures } from './features.ts';

const feature = (scopes: string[], more: object = {}) => ({ title: 'x', description: 'x', scopes, ...more });
const method = {
  baseFeatures: ['identity'],
  features: {
    identity: feature(['openid', 'email'], { required: true }),
    read: feature(['notes.read']),
    write: feature(['notes.write'], { includes: ['read'] }),
    share: feature(['notes.write', 'people']),
  },
};

test('the identity is always asked for, and each scope once', () => {
  const features = featuresToAsk(method, ['write', 'share', 'unknown']);

  expect(features).toEqual(['identity', 'write', 'share']);
  expect(scopesOf(method, features)).toEqual(['openid', 'email', 'notes.write', 'people']);
});

test('what a wider feature contains is not asked for beside it, and one of two that contain each other stays', () => {
  const both = { features: { a: feature(['a'], { includes: ['b'] }), b: feature(['b'], { includes: ['a'] }) } };

  expect(widestFeatures(method, ['identity', 'read', 'write'])).toEqual(['identity', 'write']);
  expect(widestFeatures(method, ['identity', 'read', 'share'])).toEqual(['identity', 'read', 'share']);
  expect(widestFeatures(both, ['a', 'b'])).toHaveLength(1);
});

test('O-9 a step-up asks again for what is held beside the wider feature', () => {
  expect(widestFeatures(method, ['read', 'write'], ['notes.read'])).toEqual(['read', 'write']);
  expect(widestFeatures(method, ['read', 'write'], ['notes.write'])).toEqual(['write']);
});

test('O-9 a feature is granted only with all its scopes, and brings what it contains', () => {
  const held = ['openid', 'email', 'notes.write'];

  expect(grantedFeatures(method, held, ['write', 'share'])).toEqual(['identity', 'read', 'write']);
  expect(grantedFeatures(method, ['openid', 'people'], ['write', 'share'])).toEqual([]);
  expect(missingFeatures(['identity', 'share'], ['identity'])).toEqual(['share']);
});

test('O-9 what a connection may do was chosen and granted, both', () => {
  const all = ['openid', 'email', 'notes.read', 'notes.write', 'people'];

  expect(grantedFeatures(method, all, ['read'])).toEqual(['identity', 'read']);
  expect(grantedFeatures(method, ['openid', 'email', 'notes.read'], ['write'])).toEqual(['identity', 'read']);
  expect(grantedFeatures(method, all, [])).toEqual(['identity']);
});

test('O-9 where a provider has no scopes, what was chosen is what is granted', () => {
  const whole = { features: { pages: feature([]), comments: feature([]), away: feature(['offline_access']) } };

  expect(grantedFeatures(whole, [], ['pages'])).toEqual(['pages']);
  expect(grantedFeatures(whole, [], ['away'])).toEqual(['away']);
});

test('whoever sets the hub up is asked for what the declaration says, and for nothing where it says nothing', () => {
  const plain = { title: 'x', description: 'x', scopes: [] };

  expect(askedAtSetUp({ features: { people: { ...plain, atSetUp: true }, mail: plain } })).toEqual(['people']);
  expect(askedAtSetUp({ features: { mail: plain } })).toEqual([]);
});
