import { expect, test } from '@jest/globals';
import { requestTo, testKit } from '../kit/testing/kit.ts';
import { createRest } from './index.ts';
import { origin, writers } from '../notes/model.ts';

const [ada] = writers;
const key = ada!.key;

function start() {
  const world = createRest(testKit());
  const serve = world.origins[origin]!;
  return {
    world,
    async call(
      method: string,
      path: string,
      { headers = {}, json }: { headers?: Record<string, string>; json?: unknown } = {},
    ) {
      const sent = { 'x-api-key': key, ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) };
      const body = json === undefined ? '' : JSON.stringify(json);
      const answer = await serve(requestTo(method, `${origin}/v1${path}`, { headers: sent, body }));
      return { status: answer.status, text: String(answer.body ?? '') };
    },
  };
}

test.each([
  [{ authorization: `Bearer ${key}`, 'x-api-key': '' }, '/me', 200],
  [{ 'x-api-key': key }, '/me', 200],
  [{ authorization: `Basic ${Buffer.from(`ada:${key}`).toString('base64')}`, 'x-api-key': '' }, '/me', 200],
  [{ authorization: `Basic ${Buffer.from(`jonas:${key}`).toString('base64')}` }, '/me', 401],
  [{ 'x-api-key': 'guess' }, '/me', 401],
])('%j at %s is answered %i', async (headers, path, status) => {
  const { call } = start();

  expect((await call('GET', path, { headers: headers as Record<string, string> })).status).toBe(status);
});

test('a note is written, changed, found and deleted', async () => {
  const { call, world } = start();

  const made = JSON.parse((await call('POST', '/notes', { json: { title: 'Milk' } })).text) as { id: string };
  await call('PATCH', `/notes/${made.id}`, { json: { text: 'Two bottles' } });
  const found = JSON.parse((await call('GET', '/notes?search=bottles')).text) as { items: unknown[] };

  expect(found.items).toMatchObject([{ id: made.id, title: 'Milk', text: 'Two bottles' }]);
  expect((await call('GET', '/export')).text).toContain('# Milk');
  expect((await call('DELETE', `/notes/${made.id}`)).status).toBe(204);
  expect((await call('GET', `/notes/${made.id}`)).status).toBe(404);
  expect(world.pageOf(ada!.id, new URLSearchParams()).text).toContain('Harborline launch');
});

test.each([
  ['POST', '/notes', { title: 'x', colour: 'red' }, 400],
  ['POST', '/notes', { title: '' }, 400],
  ['PUT', '/notes', undefined, 405],
  ['GET', '/nowhere', undefined, 404],
  ['GET', '/notes?page=2', undefined, 400],
])('%s %s with %j is refused with %4$i', async (method, path, json, status) => {
  const { call } = start();

  expect((await call(method, path, { json })).status).toBe(status);
});
