import { expect, test } from '@jest/globals';
import { listThreads } from '@switchboard/contracts';
import { SystemClock } from '@switchboard/nest-kit';
import { startGateway } from '../testing/start-gateway.ts';
import { MemoryLimitStore } from '../testing/memory-stores.ts';

/** Stands still, so that no minute ends in the middle of a test. */
class StandingClock extends SystemClock {
  private readonly moment = new Date();

  override now(): Date {
    return this.moment;
  }
}

const clock = new StandingClock();
const settings = { SWB_REQUESTS_PER_MINUTE: '10' };

test('G-11 the eleventh request of a session in a minute waits, and others go on', async () => {
  await using gateway = await startGateway({ settings, clock });
  gateway.bus.answer(listThreads, { items: [] });
  const ada = gateway.as('ada');
  const first = await ada.get('/api/v1/threads');
  for (let at = 0; at < 9; at += 1) await ada.get('/api/v1/threads').expect(200);

  const refused = await ada.get('/api/v1/threads');

  expect(first.headers['ratelimit-policy']).toBe('"session";q=10;w=60');
  expect(first.headers['ratelimit']).toMatch(/^"session";r=9;t=\d+$/);
  expect(refused.status).toBe(429);
  expect(refused.body).toMatchObject({ code: 'rate_limited' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await gateway.as('bo').get('/api/v1/threads').expect(200);
});

test('G-11 a restart does not reset the count', async () => {
  const limits = new MemoryLimitStore();
  {
    await using before = await startGateway({ settings, limits, clock });
    before.bus.answer(listThreads, { items: [] });
    for (let at = 0; at < 10; at += 1) await before.as('ada').get('/api/v1/threads').expect(200);
  }

  await using after = await startGateway({ settings, limits, clock });
  after.bus.answer(listThreads, { items: [] });

  await after.as('ada').get('/api/v1/threads').expect(429);
});

test('G-11 an address without any session is limited too', async () => {
  await using gateway = await startGateway({ settings, clock });
  const statuses: number[] = [];

  for (let at = 0; at < 51; at += 1) statuses.push((await gateway.nobody().get('/api/v1/setup')).status);

  expect(statuses.filter((status) => status === 200)).toHaveLength(50);
  expect(statuses.at(-1)).toBe(429);
});
