import { expect, test } from '@jest/globals';
import { listActions } from '@switchboard/contracts';
import { LiveEvents } from '../events/live-events.ts';
import { startGateway } from '../testing/start-gateway.ts';
import { ReadinessService } from './readiness.service.ts';

test('R-6 live needs nothing, and ready names what is missing', async () => {
  await using gateway = await startGateway();
  gateway.bus.fail(listActions, 'service_unavailable');

  const live = await gateway.nobody().get('/health').set('Host', '10.0.0.1');
  const ready = await gateway.nobody().get('/health/ready').set('Host', '10.0.0.1');

  expect(live.status).toBe(200);
  expect(ready.status).toBe(503);
  expect(ready.body).toEqual({
    status: 'not_ready',
    checks: { database: true, bus: true, auth: true, integrations: false, assistant: true, accepting: true },
  });
});

test('R-6 a replica that drains is not ready at once, and still answers', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(listActions, { items: [] });
  expect((await gateway.nobody().get('/health/ready')).status).toBe(200);

  gateway.application.get(ReadinessService).drain();
  gateway.application.get(LiveEvents).close();

  expect((await gateway.nobody().get('/health/ready')).status).toBe(503);
  expect((await gateway.nobody().get('/api/v1/setup')).status).toBe(200);
});

test('metrics are counted by declared path, for this machine and for admins only', async () => {
  await using gateway = await startGateway();
  await gateway.as('ada').get('/api/v1/runs/01990000-0000-7000-8000-00000000cafe');

  const local = await gateway.nobody().get('/metrics');
  const forwarded = await gateway.nobody().get('/metrics').set('X-Forwarded-For', '1.2.3.4');
  const admin = await gateway.as('di', { role: 'admin' }).get('/metrics').set('X-Forwarded-For', '1.2.3.4');

  expect(local.text).toContain('route="/api/v1/runs/:runId",status="5xx"');
  expect(local.text).not.toContain('cafe');
  expect([local.status, forwarded.status, admin.status]).toEqual([200, 403, 200]);
});
