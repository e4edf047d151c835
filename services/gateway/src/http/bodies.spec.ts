import { expect, test } from '@jest/globals';
import { createThread } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';

const path = '/api/v1/threads';
const thread = {
  id: '01990000-0000-7000-8000-000000000001',
  title: 'A',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

async function post(body: string, type = 'application/json') {
  await using gateway = await startGateway();
  gateway.bus.answer(createThread, thread);
  return await gateway.as('ada').post(path).set('Content-Type', type).send(body);
}

test.each(['text/plain', 'application/json; charset=latin1', 'application/x-www-form-urlencoded', 'application/jsonp'])(
  'G-8 a body of type %s is refused with 415',
  async (type) => {
    expect(await post('{"title":"A"}', type)).toMatchObject({ status: 415, body: { code: 'media_type_unsupported' } });
  },
);

test('G-8 a body over 1 MiB is refused with 413', async () => {
  expect(await post(JSON.stringify({ title: 'a'.repeat(1_048_577) }))).toMatchObject({ status: 413 });
});

test.each([
  ['a key twice', '{"title":"A","title":"B"}'],
  ['a key twice by escape', String.raw`{"title":"A","titl\u0065":"B"}`],
  ['__proto__', '{"title":"A","__proto__":{"admin":true}}'],
  ['an unknown field', '{"title":"A","admin":true}'],
  ['depth', `{"title":${'['.repeat(40)}${']'.repeat(40)}}`],
  ['what is not JSON', '{"title":'],
  ['NUL', String.raw`{"title":"a\u0000b"}`],
  ['a lone surrogate', String.raw`{"title":"a\ud800b"}`],
])('G-8 a body with %s is refused with 400', async (_name, body) => {
  const response = await post(body);

  expect(response.status).toBe(400);
  expect(response.type).toBe('application/problem+json');
  expect(response.body).toMatchObject({ code: 'input_invalid' });
});

test('F-35 10,000 levels and 100,000 keys end in 4xx within a second', async () => {
  await using gateway = await startGateway();
  const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, 1]));
  const bodies = [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, JSON.stringify(keys).slice(0, 1_040_000)];

  for (const body of bodies) {
    const started = performance.now();
    const { status } = await gateway.as('ada').post(path).set('Content-Type', 'application/json').send(body);
    expect(status).toBe(400);
    expect(performance.now() - started).toBeLessThan(1_000);
  }
});

test('F-36 emoji, right-to-left and combining text arrive as they were sent', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(createThread, thread);
  const title = '👩‍👩‍👧‍👦 שלום \u202eevil\u202c Z͑ͫ 田中さん ﷽';

  await gateway.as('ada').post(path).send({ title }).expect(201);

  expect(gateway.bus.requestsOf(createThread)).toEqual([{ title }]);
});

test('a body is not asked for where every field may be missing', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(createThread, thread);

  await gateway.as('ada').post(path).expect(201);
});

test('G-8 an unknown or doubled query parameter is refused', async () => {
  await using gateway = await startGateway();

  expect((await gateway.as('ada').get('/api/v1/runs?limit=1&admin=1')).status).toBe(400);
  expect((await gateway.as('ada').get('/api/v1/runs?limit=1&limit=2')).status).toBe(400);
});
