import { expect, test } from '@jest/globals';
import { bundleArgon2 } from './bundles/bundle-format.ts';
import { forcedEverySeconds } from './credentials/forced.ts';
import { distinctPerMinute } from './credentials/issue.service.ts';
import { leaseTimes } from './credentials/leases.ts';
import { callerWaitsMs } from './credentials/refresh.service.ts';
import { flowMinutes } from './flows/flow-store.ts';
import { argon2 } from './people/passwords.service.ts';
import { signInLimits } from './people/sign-in-limits.ts';
import { sessionLife } from './sessions/sessions.service.ts';
import { perProviderAtOnce } from './upkeep/due-grants.ts';
import { keptAfterShare, renewAhead } from './upkeep/upkeep-times.ts';

test('the numbers that security rests on are these', () => {
  expect({ sessionLife, argon2, flowMinutes, distinctPerMinute, forcedEverySeconds, callerWaitsMs }).toEqual({
    sessionLife: { idleMinutes: 60, absoluteHours: 24 },
    argon2: { memoryCost: 19_456, timeCost: 2, parallelism: 1 },
    flowMinutes: 10,
    distinctPerMinute: 300,
    forcedEverySeconds: 60,
    callerWaitsMs: 10_000,
  });
  expect(signInLimits).toEqual({
    windowSeconds: 900,
    perAddress: 60,
    perAccountAndAddress: 10,
    perAccountFromStrangers: 50,
  });
});

test('O-10 a lease outlives several missed heartbeats, and a killed owner is followed well within 15 s', () => {
  expect(leaseTimes.heldSeconds * 1_000).toBeGreaterThanOrEqual(3 * leaseTimes.heartbeatMs);
  expect(leaseTimes.heldSeconds).toBeLessThan(10);
});

test('O-13 access is renewed five minutes or a fifth of its life ahead, idle grants with a fifth of theirs left, and few at a time', () => {
  expect({ renewAhead, keptAfterShare, perProviderAtOnce }).toEqual({
    renewAhead: { seconds: 300, share: 0.2 },
    keptAfterShare: { least: 0.7, most: 0.8 },
    perProviderAtOnce: 300,
  });
});

test('V-14 a passphrase that shuts a file costs more to try than a password does', () => {
  expect(bundleArgon2).toEqual({ memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 });
  expect(bundleArgon2.memoryCost).toBeGreaterThan(argon2.memoryCost);
});
