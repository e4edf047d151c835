import { describe, expect, test } from '@jest/globals';
import { rules } from '@switchboard/provider-kit/conformance';
import path from 'node:path';
import { providers } from './index.ts';

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (id, provider) => {
  test.each(Object.entries(rules))('%s', (_sentence, rule) => {
    expect(rule(provider, path.join(import.meta.dirname, id))).toEqual([]);
  });
});

test('no two providers share an id', () => {
  const ids = providers.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
});
