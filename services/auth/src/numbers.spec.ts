import { expect, test } from '@jest/globals';
import { forcedEverySeconds } from './credentials/access.service.ts';
import { distinctPerMinute } from './credentials/issue.service.ts';
import { leaseTimes } from './credentials/leases.ts';
import { callerWaitsMs } from './credentials/refresh.service.ts';
import { flowMinutes } from './flows/flow-store.ts';
import { argon2 } from './people/passwords.service.ts';
import { signInLimits } from './people/sign-in-limits.ts';
import { sessionLife } from './sessions/sessions.service.ts';

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
