import { expect, test } from '@jest/globals';
import { listThreads, createThread, createSession } from '@switchboard/contracts';
import { publicUrl, startGateway } from '../testing/start-gateway.ts';

const thread = {
  id: '01990000-0000-7000-8000-000000000001',
  title: 'A',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

test.each([
  ['another origin', { Origin: 'https://evil.example' }],
  ['a sibling origin', { Origin: 'http://localhost:3001' }],
  ['the origin null', { Origin: 'null' }],
  ['another site by Fetch Metadata', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sibling site by Fetch Metadata', { 'Sec-Fetch-Site': 'same-site' }],
  ['no header of ours', { 'X-Switchboard': '' }],
])('G-3 an unsafe request with a cookie from %s is refused', async (_name, headers) => {
  await using gateway = await startGateway();

  const response = await gateway.as('ada').post('/api/v1/threads').set(headers).send({});

  expect(response.status).toBe(403);
  expect(response.body).toMatchObject({ code: 'origin_refused' });
  expect(gateway.bus.requestsOf(createThread)).toEqual([]);
});

test('G-3 signing in is refused from another origin too', async () => {
  await using gateway = await startGateway();
  const body = { email: 'ada@example.com', password: 'secret' };

  const request = gateway.nobody().post('/api/v1/sessions').set('Origin', 'https://evil.example');
  expect((await request.send(body)).status).toBe(403);
  expect(gateway.bus.requestsOf(createSession)).toEqual([]);
});

test('G-3 the dashboard itself passes, and so does a key from anywhere', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(createThread, thread);

  const dashboard = gateway.as('ada').post('/api/v1/threads');
  await dashboard.set({ Origin: publicUrl, 'Sec-Fetch-Site': 'same-origin' }).send({}).expect(201);
  await gateway
    .asKey('bo', ['chat:use'])
    .post('/api/v1/threads')
    .set('Origin', 'https://other.example')
    .send({})
    .expect(201);
});

test('G-3 listed origins may call with a key and never with cookies', async () => {
  await using gateway = await startGateway({ settings: { SWB_CORS_ORIGINS: 'https://tool.example' } });
  gateway.bus.answer(listThreads, { items: [] });
  const ask = { Origin: 'https://tool.example', 'Access-Control-Request-Method': 'GET' };

  const preflight = await gateway.nobody().options('/api/v1/threads').set(ask);
  const other = await gateway
    .nobody()
    .options('/api/v1/threads')
    .set({ ...ask, Origin: 'https://evil.example' });
  const answer = await gateway.asKey('bo', ['chat:use']).get('/api/v1/threads').set('Origin', 'https://tool.example');

  expect(preflight.status).toBe(204);
  expect(preflight.headers['access-control-allow-origin']).toBe('https://tool.example');
  expect(preflight.headers['access-control-allow-credentials']).toBeUndefined();
  expect(other.status).toBe(405);
  expect(other.headers['access-control-allow-origin']).toBeUndefined();
  expect(answer.headers['access-control-allow-origin']).toBe('https://tool.example');
});

test('another host is sent to the public address, and the API refuses it', async () => {
  await using gateway = await startGateway();

  const page = await gateway.nobody().get('/calendar?view=week').set('Host', '127.0.0.1:3000');
  const api = await gateway.as('ada').get('/api/v1/threads').set('Host', 'evil.example');

  expect(page.status).toBe(302);
  expect(page.headers['location']).toBe(`${publicUrl}/calendar?view=week`);
  expect(api.status).toBe(403);
});
