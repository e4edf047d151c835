import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createApiKey, createThread, renewSession, runAction } from '@switchboard/contracts';
import { idOf, startGateway } from '../testing/start-gateway.ts';
import { MemoryIdempotencyStore } from '../testing/memory-stores.ts';

const thread = (at: number) => ({
  id: `01990000-0000-7000-8000-00000000000${at}`,
  title: 'A',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
});
const keyed = { 'Idempotency-Key': 'k-1' };

test('G-10 the same key and body get the first answer again, and it runs once', async () => {
  await using gateway = await startGateway();
  let made = 0;
  gateway.bus.answer(createThread, () => thread((made += 1)));
  const ada = gateway.as('ada');

  const first = await ada.post('/api/v1/threads').set(keyed).send({ title: 'A' });
  const second = await ada.post('/api/v1/threads').set(keyed).send({ title: 'A' });

  expect(second.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(made).toBe(1);
});

test('G-10 another body under the same key is refused with 422', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(createThread, thread(1));
  const ada = gateway.as('ada');
  await ada.post('/api/v1/threads').set(keyed).send({ title: 'A' });

  const { status, body } = await ada.post('/api/v1/threads').set(keyed).send({ title: 'B' });

  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'idempotency_mismatch' });
});

test('G-10 while the first still runs, the repeat is told to wait', async () => {
  await using gateway = await startGateway();
  const late = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  gateway.bus.answer(createThread, async () => {
    started.resolve();
    await late.promise;
    return thread(1);
  });
  const ada = gateway.as('ada');
  const first = ada
    .post('/api/v1/threads')
    .set(keyed)
    .send({})
    .then(({ status }) => status);
  await started.promise;

  const second = await ada.post('/api/v1/threads').set(keyed).send({});
  late.resolve();

  expect(second.status).toBe(409);
  expect(second.body).toMatchObject({ code: 'idempotency_in_progress' });
  expect(second.headers['retry-after']).toBe('1');
  expect(await first).toBe(201);
});

test('G-10 an error is an answer too, but one that ran nothing may be sent again', async () => {
  await using gateway = await startGateway();
  const ada = gateway.as('ada');
  const run = (key: string) => ada.post('/api/v1/actions/google.send_mail').set('Idempotency-Key', key).send({});
  gateway.bus.fail(runAction, 'provider_rejected');
  await run('rejected');
  gateway.bus.fail(runAction, 'service_unavailable');
  await run('away');

  gateway.bus.answer(runAction, {
    action: 'google.list_events',
    account: 'Ada',
    runId: thread(1).id,
    connectionId: thread(2).id,
    output: 1,
    durationMs: 1,
  });

  expect((await run('rejected')).status).toBe(422);
  expect((await run('away')).status).toBe(200);
});

test('G-10 two callers may use the same key', async () => {
  await using gateway = await startGateway();
  let made = 0;
  gateway.bus.answer(createThread, () => thread((made += 1)));

  await gateway.as('ada').post('/api/v1/threads').set(keyed).send({});
  await gateway.as('bo').post('/api/v1/threads').set(keyed).send({});

  expect(made).toBe(2);
});

test('V-12 an answer that showed a secret is never kept, and the repeat says so', async () => {
  const idempotency = new MemoryIdempotencyStore();
  await using gateway = await startGateway({ idempotency });
  const secret = 'swb_live_canary_0123456789';
  gateway.bus.answer(createApiKey, {
    id: idOf('key'),
    name: 'ci',
    scopes: ['runs:read'],
    prefix: 'swb_live',
    createdAt: '2026-01-01T00:00:00Z',
    expiresAt: '2026-02-01T00:00:00Z',
    key: secret,
  });
  const ada = gateway.as('ada');
  const make = () =>
    ada
      .post('/api/v1/api-keys')
      .set(keyed)
      .send({ name: 'ci', scopes: ['runs:read'] });

  const first = await make();
  const second = await make();

  expect(first.body).toMatchObject({ key: secret });
  expect(second.status).toBe(409);
  expect(second.body.detail).toContain('not kept');
  expect(JSON.stringify([...idempotency.kept])).not.toContain(secret);
});

test('G-10 a key of control characters is refused', async () => {
  await using gateway = await startGateway();

  await gateway.as('ada').post('/api/v1/threads').set('Idempotency-Key', 'a b').send({}).expect(400);
});

test('V-12 what is kept of a password under an Idempotency-Key is no hash of it that others could try', async () => {
  const idempotency = new MemoryIdempotencyStore();
  await using gateway = await startGateway({ idempotency });
  gateway.bus.fail(renewSession, 'credentials_wrong');
  const body = JSON.stringify({ password: 'a long walk by the sea' });
  const seen: string[] = [];
  const begin = idempotency.begin.bind(idempotency);
  idempotency.begin = (asked) => {
    seen.push(asked.fingerprint);
    return begin(asked);
  };

  const path = '/api/v1/sessions/current/renew';
  const send = (name: string) =>
    gateway.as(name).post(path).set(keyed).set('Content-Type', 'application/json').send(body);
  await send('ada');
  await send('bo');

  const plain = createHash('sha256').update(body).digest('hex');
  const guessed = createHash('sha256').update(`POST ${path}\n${plain}`).digest('hex');
  expect(seen).toHaveLength(2);
  expect(seen[0]).not.toBe(seen[1]);
  expect(seen).not.toContain(guessed);
});

test('G-10 what was done is answered as it is where its answer cannot be kept', async () => {
  const idempotency = new MemoryIdempotencyStore();
  idempotency.finish = () => Promise.reject(new Error('the database is away'));
  await using gateway = await startGateway({ idempotency });
  gateway.bus.answer(createThread, thread(1));

  await gateway.as('ada').post('/api/v1/threads').set(keyed).send({ title: 'A' }).expect(201);
  await gateway.as('ada').post('/api/v1/threads').set(keyed).send({ title: 'A' }).expect(409);
});
