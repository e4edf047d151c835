import { expect, test } from '@jest/globals';
import { startEveryProvider } from '../testing/every-provider.ts';
import { refreshStorms, rotating } from '../testing/refresh-storm.ts';

test('O-10 F-01 calls at the end of a token over four processes make one renewal at each provider that rotates', async () => {
  await using every = await startEveryProvider();

  const storms = await refreshStorms(every, { calls: 200, processes: 4 });

  expect(storms).toHaveLength(rotating.length);
  for (const storm of storms) expect(storm).toMatchObject({ refreshes: 1, reused: 0, failures: 0, tokens: 1 });
}, 120_000);
