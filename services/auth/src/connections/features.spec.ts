import { expect, test } from '@jest/globals';
import { featuresToAsk, grantedFeatures, missingFeatures, scopesOf } from './features.ts';

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

test('O-9 a feature is granted only with all its scopes, and brings what it contains', () => {
  expect(grantedFeatures(method, ['openid', 'email', 'notes.write'])).toEqual(['identity', 'read', 'write']);
  expect(grantedFeatures(method, ['openid', 'people'])).toEqual([]);
  expect(missingFeatures(['identity', 'share'], ['identity'])).toEqual(['share']);
});
