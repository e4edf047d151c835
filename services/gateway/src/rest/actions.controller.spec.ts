import { expect, test } from '@jest/globals';
import { runAction } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';

const connectionId = '01990000-0000-7000-8000-000000000001';
const runId = '01990000-0000-7000-8000-000000000002';
const path = `/api/v1/connections/${connectionId}/actions/asana.create_task`;

const ran = { action: 'google.list_events', account: 'Ada', runId, connectionId, output: null, durationMs: 3 } as const;

test('an action answers its output alone, with the id of its run in a header', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(runAction, { ...ran, output: { taskId: '9' } });

  const response = await gateway.as('ada').post(path).send({ projectId: '7', name: 'Ship it' });

  expect(response.status).toBe(200);
  expect(response.body).toEqual({ taskId: '9' });
  expect(response.headers['x-run-id']).toBe(runId);
  expect(gateway.bus.requestsOf(runAction)).toEqual([
    { connectionId, action: 'asana.create_task', input: { projectId: '7', name: 'Ship it' } },
  ]);
});

test('a revoked grant answers 409 reconnect_required', async () => {
  await using gateway = await startGateway();
  gateway.bus.fail(runAction, 'reconnect_required');

  const response = await gateway.as('ada').post(path).send({ projectId: '7', name: 'Ship it' });

  expect(response.status).toBe(409);
  expect(response.type).toBe('application/problem+json');
  expect(response.body).toMatchObject({ code: 'reconnect_required' });
});

test('the default account of the feature acts where none is named', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(runAction, ran);

  await gateway.as('ada').post('/api/v1/actions/asana.create_task').expect(200);

  expect(gateway.bus.requestsOf(runAction)).toEqual([{ action: 'asana.create_task', input: {} }]);
});

test('a form that looks up its choices says so', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(runAction, ran);

  await gateway.as('ada').post(`${path}?by=form`).send({}).expect(200);
  await gateway.as('ada').post(`${path}?by=anybody`).send({}).expect(400);

  expect(gateway.bus.requestsOf(runAction)).toEqual([
    { connectionId, action: 'asana.create_task', input: {}, by: 'form' },
  ]);
});
