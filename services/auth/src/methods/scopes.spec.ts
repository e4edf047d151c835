import { expect, test } from '@jest/globals';
import { providers } from '@switchboard/providers';
import { featuresToAsk, grantedFeatures } from '../connections/features.ts';
import { askedScopes } from './scopes.ts';

const methods = providers.flatMap(({ id, auth }) =>
  Object.entries(auth).map(([name, method]) => [`${id} ${name}`, method] as const),
);

test.each(methods)('O-9 %s: every feature opens by the least scopes that are asked for', (_name, method) => {
  const features = featuresToAsk(method, Object.keys(method.features));

  const scopes = askedScopes(method, features, {});

  expect(grantedFeatures(method, scopes, features).sort()).toEqual([...features].sort());
});

test('a read scope is not asked for beside the write scope that covers it', () => {
  const { oauth } = providers.find(({ id }) => id === 'google')!.auth;

  const scopes = askedScopes(oauth!, ['drive.read', 'drive.write', 'drive.file'], {});

  expect(scopes).toEqual(['https://www.googleapis.com/auth/drive']);
});
